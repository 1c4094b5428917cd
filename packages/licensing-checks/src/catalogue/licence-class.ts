/**
 * What a licence is to a cloud flow. Our own labels, not Microsoft's: its table knows products and service plans, and
 * which of them give what right is written elsewhere.
 */
export type LicenceClass =
  | 'free'
  | 'trial'
  | 'office-365'
  | 'dynamics-365'
  | 'dynamics-team'
  | 'power-apps-user'
  | 'power-apps-app'
  | 'project'
  | 'other-product'
  | 'premium-user'
  | 'per-user'
  | 'process'
  | 'per-flow'
  | 'unattended'
  | 'legacy-plan-1'
  | 'legacy-plan-2'
  | 'windows'
  /** New in Microsoft's table, and nobody has looked at it yet. */
  | 'unclassified'

/** The classes in words, for messages and reports. */
export const classNames: Readonly<Record<LicenceClass, string>> = {
  free: 'Power Automate Free',
  trial: 'a trial',
  'office-365': 'Office 365 or Microsoft 365',
  'dynamics-365': 'Dynamics 365',
  'dynamics-team': 'Dynamics 365 Team Members',
  'power-apps-user': 'Power Apps for a user',
  'power-apps-app': 'Power Apps for an app',
  project: 'Planner or Project',
  'other-product': 'another product that brings Power Automate',
  'premium-user': 'Power Automate Premium',
  'per-user': 'Power Automate per user',
  process: 'Power Automate Process',
  'per-flow': 'Power Automate per flow',
  unattended: 'the add-on for unattended desktop flows',
  'legacy-plan-1': 'the former Plan 1',
  'legacy-plan-2': 'the former Plan 2',
  windows: 'Windows',
  unclassified: 'a licence without a class',
}

/** Whether a text is the name of a class. */
export function isLicenceClass(text: string): text is LicenceClass {
  return Object.hasOwn(classNames, text)
}
