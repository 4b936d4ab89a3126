import { failure, type Failure } from '../../../shared/failure.ts';
import { deliveryRefusals, type DeliveryCode } from '../../../shared/text-refusals.ts';

/** The failure to show on a text that was not delivered; it is the user's to send it again. */
export function toDeliveryFailure(code: string | undefined): Failure {
  const message = isDeliveryCode(code) ? deliveryRefusals[code].says : 'text.failed';
  return failure('rejected', message, { retry: 'user', ...(code !== undefined && { code }) });
}

function isDeliveryCode(code: string | undefined): code is DeliveryCode {
  return code !== undefined && Object.hasOwn(deliveryRefusals, code);
}
