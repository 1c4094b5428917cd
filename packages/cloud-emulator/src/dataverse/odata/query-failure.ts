import { EmulatedFailure } from '../../operation/emulated-failure.ts'

/** The query cannot be understood; Dataverse answers every such thing with one code. */
export function queryFailure(message: string): EmulatedFailure {
  return new EmulatedFailure(400, '0x80060888', message)
}
