import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import {
  type ConnectCloudOptions,
  connectCloud,
  createDeployer,
  type DeployEvent,
  type Deployer,
  loadDeployment,
  type Materials,
} from '@sevenstep/deployment-client'
import { printJson, printText, type Report } from '@sevenstep/findings'
import { cloudFor } from '../cloud/cloud-for.ts'
import { emulatorCredential } from '../cloud/emulator-credential.ts'
import type { DeployFlags } from '../commands/deploy-command.ts'
import { type Console, wantsColor } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/** A description that was read, and the targets that a command is about. */
export interface DeploySession {
  readonly materials: Materials
  readonly targets: readonly string[]
  /** Makes a deployer that tells what it does. */
  deployer(onEvent?: (event: DeployEvent) => void): Deployer
}

const usualNames = ['sevenstep.deployment.yaml', 'sevenstep.deployment.yml', 'sevenstep.deployment.json']

/**
 * Reads the description and finds the targets. A description with faults is printed as a report, and nothing comes back.
 *
 * @throws Failure when there is no description, or no such target.
 */
export function openSession(file: string | undefined, flags: DeployFlags, console: Console): DeploySession | undefined {
  if (Number.isNaN(flags.parallel) || flags.parallel < 1) {
    throw new Failure(
      exitCodes.usage,
      '--parallel is no number.',
      'It says how many targets are worked on at once.',
      'Give a number from 1 on.',
    )
  }
  const shown = file ?? usualNames.find((name) => existsSync(resolve(console.folder, name)))
  if (shown === undefined || !existsSync(resolve(console.folder, shown))) throw noDescription(shown)
  const path = resolve(console.folder, shown)
  const loaded = loadDeployment(path, shown)
  if (!loaded.ok) {
    printReport(loaded.report, path, flags, console)
    return undefined
  }
  const { materials } = loaded
  const cloud = cloudFor(flags, console)
  return {
    materials,
    targets: chosenTargets(materials, flags),
    deployer: (onEvent) =>
      createDeployer({
        materials,
        environment: console.environment,
        connect: connectCloud({
          folder: dirname(path),
          environment: console.environment,
          onDeviceCode: ({ message }, target) => console.error(`${target}: ${message}\n`),
          openBrowser: (address) => console.error(`Open this page and sign in: ${address}\n`),
          ...(cloud !== undefined && { cloud }),
          ...(flags.emulator !== undefined && emulatorSignIn(flags.emulator, console)),
        }),
        ...(flags.journals !== undefined && { journals: resolve(console.folder, flags.journals) }),
        ...(onEvent !== undefined && { onEvent }),
      }),
  }
}

/** In the emulator, targets that sign in a person get the one in the environment. */
function emulatorSignIn(url: string, { environment }: Console): Pick<ConnectCloudOptions, 'credentialFor'> {
  return {
    credentialFor: ({ credential, tenant }) =>
      credential.kind === 'device-code' || credential.kind === 'browser'
        ? emulatorCredential(url, tenant, environment)
        : undefined,
  }
}

/** Prints a report on a description in the format asked for. */
function printReport(report: Report, path: string, flags: DeployFlags, console: Console): void {
  if (flags.format === 'json') console.out(printJson(report))
  else {
    const sources = () => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)
    console.out(printText(report, { color: wantsColor(console, flags.color), width: console.width, sources }))
  }
}

function chosenTargets({ description }: Materials, flags: DeployFlags): string[] {
  const names = description.targets.map(({ name }) => name)
  if (flags.target === undefined) return names
  const unknown = flags.target.find((name) => !names.includes(name))
  if (unknown === undefined) return [...new Set(flags.target)]
  throw new Failure(
    exitCodes.usage,
    `The description has no target "${unknown}".`,
    `It has ${names.join(', ')}.`,
    'Give one of these names to --target.',
  )
}

function noDescription(given: string | undefined): Failure {
  const what = given === undefined ? 'There is no description of a deployment here.' : `${given} is not there.`
  return new Failure(
    exitCodes.unreadable,
    what,
    'It says what goes into which tenants.',
    'Give the path of a description; docs/deployment.md shows one to start from.',
  )
}
