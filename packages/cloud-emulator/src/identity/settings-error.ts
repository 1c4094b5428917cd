/** The emulator was given something it cannot run with; the message says what, why and what to change. */
export class EmulatorSettingsError extends Error {
  override readonly name = 'EmulatorSettingsError'
}
