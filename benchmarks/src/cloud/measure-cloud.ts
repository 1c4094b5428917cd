import type { Figure } from '../results.ts'
import { measureClient } from './measure-client.ts'
import { measureEmulator } from './measure-emulator.ts'
import { measureEmulatorStart } from './measure-emulator-start.ts'
import { measureFleet } from './measure-fleet.ts'
import { measureOneEnvironment } from './measure-one-environment.ts'

/** The client of Microsoft's clouds, a fleet of deployments, and the emulator. */
export async function measureCloud(rounds: number): Promise<Figure[]> {
  return [
    ...(await measureOneEnvironment()),
    ...(await measureClient(rounds)),
    ...(await measureEmulator(rounds)),
    ...(await measureEmulatorStart(rounds)),
    ...(await measureFleet()),
  ]
}
