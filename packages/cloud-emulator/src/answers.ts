import { dataverseService } from './dataverse/dataverse-service.ts'
import type { EmulatedOperation } from './operation/emulated-operation.ts'

/** Every operation the emulator answers. */
export const allAnswers: readonly EmulatedOperation[] = [...dataverseService]
