/**
 * Solutions that every database brings, in small letters: a dependency on them is always met. Kept from what packages
 * name as their dependencies; incomplete, since Microsoft adds to it. One that is missing here is asked of the target
 * like any other.
 */
export const builtInSolutions: ReadonlySet<string> = new Set([
  'system',
  'active',
  'default',
  'basic',
  'basecustomcontrolscore',
  'msdynce_solution',
  'msdyn_powerautomate',
  'msft_power_apps_anchor',
])
