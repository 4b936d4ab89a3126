import type { Notice } from '../../../shared/model/app.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Policy } from './policy.ts';

/** As much as a notice has room for. */
const mostNamed = 8;
/** As much as the contract takes. */
const longestId = 64;

/** What the user has to know of a policy file that is not in force, in part or whole. */
export function toPolicyNotice(policy: Policy, at: EpochMs): Notice | undefined {
  const { ignored, leftOut } = policy;
  if (ignored !== undefined) {
    const { path: file, because } = ignored;
    // Told once for each reason: whoever dismissed it knows.
    return { id: `policy-${because}`, at, message: 'policy-ignored', params: { file, because } };
  }
  if (leftOut.length === 0) return undefined;
  const fields = leftOut.slice(0, mostNamed).join(', ') + (leftOut.length > mostNamed ? ', …' : '');
  const params = { file: policy.file ?? '', fields };
  return { id: `policy-${fields}`.slice(0, longestId), at, message: 'policy-partly', params };
}
