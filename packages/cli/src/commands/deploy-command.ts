import { type Command, Option } from 'commander'
import type { Console } from '../console.ts'
import type { Finish } from '../program.ts'
import { collect } from './report-options.ts'

/** What every command of `sevenstep deploy` may be told. */
export interface DeployFlags {
  readonly target?: readonly string[]
  readonly format: 'text' | 'json'
  readonly emulator?: string
  readonly cloudFile?: string
  readonly journals?: string
  readonly parallel: number
  readonly color: 'auto' | 'always' | 'never'
}

/** What plans may be told beyond {@link DeployFlags}. */
export interface PlanFlags extends DeployFlags {
  readonly serverDryRun: boolean
  readonly dlpPolicy?: string
  readonly refresh?: readonly string[]
  readonly details: boolean
  readonly out?: string
}

/** What commands that change a target may be told. */
export interface ChangeFlags extends Omit<PlanFlags, 'out'> {
  readonly autoApprove: boolean
  readonly wait: number
  readonly plan?: string
  readonly onlyUnfinished: boolean
}

/** `sevenstep deploy plan|apply|status|rollback|drift|destroy` */
export function addDeployCommand(program: Command, console: Console, finish: Finish): void {
  const deploy = program
    .command('deploy')
    .description('put connectors and flows into customers’ tenants: plan, apply, go back')
    .helpCommand(false)
  addPlanOptions(
    commandOf(deploy, 'plan', 'say what an apply would change, and what stands in its way; changes nothing'),
  )
    .option('--out <file>', 'write the plan to a file for "apply --plan"')
    .action(async (file: string | undefined, flags: PlanFlags) => {
      const { deployPlan } = await import('../deploy/deploy-plan.ts')
      finish(await deployPlan(file, flags, console))
    })
  addChangeOptions(addPlanOptions(commandOf(deploy, 'apply', 'bring the targets to what the description says')))
    .option('--plan <file>', 'carry out this plan; the targets have to be as they were')
    .option('--only-unfinished', 'only targets whose last run did not end well', false)
    .action(async (file: string | undefined, flags: ChangeFlags) => {
      const { deployApply } = await import('../deploy/deploy-apply.ts')
      finish(await deployApply(file, flags, console))
    })
  commandOf(deploy, 'status', 'say what was deployed and how the last run ended, from the journals alone').action(
    async (file: string | undefined, flags: DeployFlags) => {
      const { deployStatus } = await import('../deploy/deploy-status.ts')
      finish(await deployStatus(file, flags, console))
    },
  )
  addChangeOptions(commandOf(deploy, 'rollback', 'go back to what was there before the last apply')).action(
    async (file: string | undefined, flags: ChangeFlags) => {
      const { deployBackward } = await import('../deploy/deploy-backward.ts')
      finish(await deployBackward('rollback', file, flags, console))
    },
  )
  commandOf(deploy, 'drift', 'say what was changed by hand since the last apply').action(
    async (file: string | undefined, flags: DeployFlags) => {
      const { deployDrift } = await import('../deploy/deploy-drift.ts')
      finish(await deployDrift(file, flags, console))
    },
  )
  addChangeOptions(commandOf(deploy, 'destroy', 'remove everything that was deployed from here')).action(
    async (file: string | undefined, flags: ChangeFlags) => {
      const { deployBackward } = await import('../deploy/deploy-backward.ts')
      finish(await deployBackward('destroy', file, flags, console))
    },
  )
}

function commandOf(deploy: Command, name: string, description: string): Command {
  return deploy
    .command(name)
    .description(description)
    .argument('[file]', 'the description; sevenstep.deployment.yaml, .yml or .json unless given')
    .option('--target <name>', 'only this target (repeatable)', collect)
    .addOption(new Option('--format <format>', 'how to print the result').choices(['text', 'json']).default('text'))
    .option('--emulator <url>', 'rehearse against the emulator at this address')
    .option('--cloud-file <file>', 'endpoints of a cloud to use for every target')
    .option('--journals <folder>', 'where the journals are; .sevenstep/deployments beside the description unless given')
    .addOption(
      new Option('--parallel <number>', 'how many targets at the same time').argParser(positiveNumber).default(8),
    )
    .addOption(
      new Option('--color [when]', 'colour the text')
        .choices(['auto', 'always', 'never'])
        .default('auto')
        .preset('always'),
    )
}

function addPlanOptions(command: Command): Command {
  return command
    .option('--server-dry-run', 'have the platform check, too; this uploads', false)
    .option('--dlp-policy <file>', 'a data policy as an administrator exported it (JSON)')
    .option('--refresh <address>', 'write this again although it looks the same (repeatable)', collect)
    .option('--details', 'print whole differences', false)
}

function addChangeOptions(command: Command): Command {
  return command
    .option('--auto-approve', 'do not ask before anything is changed', false)
    .addOption(
      new Option('--wait <minutes>', 'how long to wait for somebody else who works on a target')
        .argParser(positiveNumber)
        .default(0),
    )
}

function positiveNumber(text: string): number {
  const value = Number(text)
  return Number.isFinite(value) && value >= 0 ? value : Number.NaN
}
