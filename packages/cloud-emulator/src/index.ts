export type { Emulator, EmulatorOptions } from './create-emulator.ts'
export type { ArmedFault, Fault, FaultEffect, FaultTarget } from './faults/fault.ts'
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
export type { JournalEntry } from './journal/journal.ts'
export { defaultEntrance, defaultSeed } from './seed/default-seed.ts'
export { type Entrance, entranceOf, type PartnerEntrance } from './seed/entrance.ts'
export { readSeed } from './seed/read-seed.ts'
export type { Seed } from './seed/seed.ts'
export { type RunningEmulator, type StartEmulatorOptions, startEmulator } from './start-emulator.ts'
