/** The states of a campaign (API reference, CampaignStatusInfo). */
export type CampaignStatus =
  | 'Created'
  | 'Draft'
  | 'Submitted'
  | 'Confirmed'
  | 'SubmitFailed'
  | 'UpdateRequested'
  | 'DeleteRequested'
  | 'CampaignSuspended'
  | 'CampaignExpired'
  | 'PreVetFailed'
  | 'Unconfirmed';
