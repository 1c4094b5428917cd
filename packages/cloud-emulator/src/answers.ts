import { dataverseService } from './dataverse/dataverse-service.ts'
import type { EmulatedOperation } from './operation/emulated-operation.ts'
import { partnerCenterService } from './partner-center/partner-center-service.ts'
import { powerPlatformService } from './power-platform/power-platform-service.ts'

/** Every operation the emulator answers. */
export const allAnswers: readonly EmulatedOperation[] = [
  ...powerPlatformService,
  ...dataverseService,
  ...partnerCenterService,
]
