import { z } from 'zod'
import type { RunResult, StepResult } from '../apply/deploy-event.ts'
import type { TargetOutcome } from '../apply/run-target.ts'
import type { TargetStatus } from '../deploy/target-status.ts'
import { wantedKinds } from '../model/wanted.ts'
import type { Plan } from '../plan/plan.ts'
import { planSchema } from '../plan/plan-schema.ts'
import type { FailureText } from '../target/target-failure.ts'

const failureSchema: z.ZodType<FailureText> = z.object({
  code: z.string(),
  what: z.string(),
  why: z.string(),
  fix: z.string(),
  requestIds: z.array(z.string()).exactOptional(),
  status: z.number().exactOptional(),
})

const stepSchema: z.ZodType<StepResult> = z.object({
  address: z.string(),
  name: z.string(),
  verb: z.enum(['create', 'update', 'adopt', 'leave', 'remove', 'forget', 'restore']),
  state: z.enum(['done', 'failed', 'waits', 'skipped', 'not-begun']),
  failure: failureSchema.exactOptional(),
  waits: z.object({ code: z.string(), what: z.string(), link: z.string().exactOptional() }).exactOptional(),
  blockedBy: z.array(z.string()).exactOptional(),
})

const resultSchema: z.ZodType<RunResult> = z.object({
  target: z.string(),
  run: z.string(),
  outcome: z.enum(['done', 'failed', 'waits', 'stopped']),
  steps: z.array(stepSchema),
})

const severity = z.enum(['error', 'warning', 'info'])
const findingsSchema = z.looseObject({
  counts: z.looseObject({ error: z.int(), warning: z.int(), info: z.int() }),
  findings: z.array(z.looseObject({ ruleId: z.string(), severity, message: z.looseObject({ what: z.string() }) })),
})

/** The plan, and what a reader of its findings relies on. */
const reportedPlan: z.ZodType<Plan> = z.intersection(planSchema, z.looseObject({ findings: findingsSchema }))

const failed = z.object({ target: z.string(), failure: failureSchema })

/** One target of a plan, or of a run, where it could be looked at. */
interface ReportedEntry extends TargetOutcome {
  readonly target: string
}

const planned: z.ZodType<ReportedEntry> = z.object({ target: z.string(), plan: reportedPlan })
const changed: z.ZodType<ReportedEntry> = z.object({
  target: z.string(),
  plan: reportedPlan,
  result: resultSchema.exactOptional(),
  declined: z.literal(true).exactOptional(),
})

const statusSchema: z.ZodType<TargetStatus> = z.object({
  target: z.string(),
  tenant: z.string(),
  environment: z.string(),
  journal: z.string(),
  lastRun: z
    .object({
      run: z.string(),
      command: z.enum(['apply', 'rollback', 'destroy']),
      beganAt: z.string(),
      lastAt: z.string(),
      outcome: z.enum(['done', 'failed', 'waits', 'stopped', 'cut-off']),
      open: z.array(z.object({ address: z.string(), state: z.string() })),
    })
    .exactOptional(),
  canGoOn: z.boolean(),
  records: z.array(
    z.object({
      address: z.string(),
      kind: z.enum(wantedKinds),
      name: z.string(),
      id: z.string(),
      isCreated: z.boolean(),
    }),
  ),
})

const version = z.literal(1)

/** What `sevenstep deploy` prints with `--format json`: one entry for each target, by command. */
export const deploymentReportSchema = z.discriminatedUnion('command', [
  z.object({ version, command: z.literal('plan'), targets: z.array(z.union([planned, failed])) }),
  z.object({
    version,
    command: z.enum(['apply', 'rollback', 'destroy']),
    targets: z.array(z.union([changed, failed])),
  }),
  z.object({ version, command: z.literal('status'), targets: z.array(statusSchema) }),
])

/** A report of a deployment, see {@link deploymentReportSchema}. */
export type DeploymentReport = z.output<typeof deploymentReportSchema>

/** The commands whose reports are understood. */
export const reportCommands = ['plan', 'apply', 'rollback', 'destroy', 'status'] as const
