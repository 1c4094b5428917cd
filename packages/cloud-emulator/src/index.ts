export type {
  EmulatedAccount,
  EmulatedApplication,
  EmulatedTenant,
  IdentityDirectory,
  Words,
} from './identity/directory.ts'
export type { IdentityFaults } from './identity/faults.ts'
export { createIdentityPlatform, type IdentityPlatform, type IdentityPlatformOptions } from './identity/platform.ts'
export { EmulatorSettingsError } from './identity/settings-error.ts'
export { type RunningIdentityPlatform, type StartOptions, startIdentityPlatform } from './identity/start.ts'
