import { type Command, Option } from 'commander'
import type { Console } from '../console.ts'
import type { Finish } from '../program.ts'
import { addPartnerOptions, type PartnerFlags } from './partner-options.ts'
import { collect } from './report-options.ts'

/** What says which order is meant. */
export interface OrderFileFlags {
  readonly customer?: string
  readonly reference?: string
  readonly alternative?: string
  readonly term?: string
  readonly billing?: string
  readonly journal?: string
}

/** What `sevenstep licences order` was asked for. */
export interface OrderFlags extends PartnerFlags, OrderFileFlags {
  readonly prices?: string
  readonly apply: boolean
  readonly autoApprove: boolean
}

/** What `sevenstep licences assign` was asked for. */
export interface AssignFlags extends PartnerFlags {
  readonly customer?: string
  readonly sku?: string
  readonly user?: readonly string[]
  readonly alternative?: string
  readonly usageLocation?: string
  readonly apply: boolean
  readonly autoApprove: boolean
}

/** What `sevenstep licences customer` was asked for. */
export interface CustomerFlags extends PartnerFlags {
  readonly invite: boolean
}

/** What `sevenstep licences agreement` was asked for. */
export interface AgreementFlags extends PartnerFlags {
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly date: string
  readonly apply: boolean
  readonly autoApprove: boolean
}

/** What `sevenstep licences create-customer` was asked for. */
export interface CreateCustomerFlags extends PartnerFlags {
  readonly passwordFile: string
  readonly apply: boolean
  readonly autoApprove: boolean
}

/** What `sevenstep licences facts` was asked for. */
export interface FactsFlags extends PartnerFlags, OrderFileFlags {
  readonly order?: string
  readonly graph: boolean
  readonly signIns?: string
  readonly autoRenew?: 'yes' | 'no'
  readonly output: string
}

/** `sevenstep licences order|assign|customer|agreement|create-customer|facts` */
export function addPurchaseCommands(licences: Command, console: Console, finish: Finish): void {
  addOrder(licences, console, finish)
  addAssign(licences, console, finish)
  addCustomers(licences, console, finish)
  addFacts(licences, console, finish)
}

function addOrder(licences: Command, console: Console, finish: Finish): void {
  const command = licences
    .command('order')
    .description(
      'order licences for a customer through Partner Center. Without --apply it shows what would be bought and sent, and sends nothing that changes anything',
    )
    .argument('<file>', 'an order, or what "licences plan --format json" wrote')
  addApplyOptions(addPartnerOptions(addOrderFileOptions(command)), 'place the order')
    .option('--prices <file>', 'your prices, to say what it costs; nothing here knows any')
    .action(async (file: string, flags: OrderFlags) => {
      const { orderFromFile } = await import('../licences/order-from-file.ts')
      finish(await orderFromFile(file, flags, console))
    })
}

function addAssign(licences: Command, console: Console, finish: Finish): void {
  const command = licences
    .command('assign')
    .description(
      'give a licence to people of a customer, the usage location first, as far as seats reach. Without --apply nobody is touched',
    )
    .argument('[plan]', 'what "licences plan --format json" wrote: its licences per user')
    .requiredOption('--customer <id>', 'the customer: tenant id or domain')
    .option('--user <name>', 'user name or object id (repeatable)', collect)
    .option('--sku <id>', 'the product, as skuId of Microsoft Graph; Power Automate Premium unless given')
    .option('--alternative <name>', 'which way of the plan: per-user, per-process or mixed')
    .option('--usage-location <country>', 'two letters, for people who have none')
  addApplyOptions(addPartnerOptions(command), 'assign').action(async (plan: string | undefined, flags: AssignFlags) => {
    const { assignFromPlan } = await import('../licences/assign-from-plan.ts')
    finish(await assignFromPlan(plan, flags, console))
  })
}

function addCustomers(licences: Command, console: Console, finish: Finish): void {
  addPartnerOptions(
    licences
      .command('customer')
      .description('list the partner’s customers, or say how the partner stands with one')
      .argument('[customer]', 'tenant id or domain')
      .option('--invite', 'print the address with which a customer’s administrator accepts the relationship', false),
  ).action(async (customer: string | undefined, flags: CustomerFlags) => {
    const { printCustomers } = await import('../licences/print-customers.ts')
    finish(await printCustomers(customer, flags, console))
  })
  const agreement = licences
    .command('agreement')
    .description(
      'record that a person of the customer accepted Microsoft’s customer agreement; only what happened may be recorded',
    )
    .argument('<customer>', 'tenant id or domain')
    .requiredOption('--first-name <name>', 'of who accepted it')
    .requiredOption('--last-name <name>', 'of who accepted it')
    .requiredOption('--email <address>', 'of who accepted it')
    .requiredOption('--date <day>', 'when, as YYYY-MM-DD')
  addApplyOptions(addPartnerOptions(agreement), 'record it').action(async (customer: string, flags: AgreementFlags) => {
    const { recordAcceptanceOf } = await import('../licences/record-acceptance-of.ts')
    finish(await recordAcceptanceOf(customer, flags, console))
  })
  const create = licences
    .command('create-customer')
    .description('make a customer with a tenant of its own; the administrator’s first password goes into a file')
    .argument('<profile>', 'JSON with CompanyProfile and BillingProfile, as Partner Center takes them')
    .requiredOption('--password-file <file>', 'a new file for the first sign-in, readable by you alone')
  addApplyOptions(addPartnerOptions(create), 'make the customer').action(
    async (profile: string, flags: CreateCustomerFlags) => {
      const { createCustomerFrom } = await import('../licences/create-customer-from.ts')
      finish(await createCustomerFrom(profile, flags, console))
    },
  )
}

function addFacts(licences: Command, console: Console, finish: Finish): void {
  const command = licences
    .command('facts')
    .description(
      'read from Partner Center and Microsoft Graph what the checks of step 6 can decide about a customer, as files for "check", "licences report" and the tracker; changes nothing',
    )
    .option('--order <file>', 'the order that is meant to be placed, or was')
    .option('--graph', 'read people in the customer’s own tenant, which also knows failed assignments', false)
    .option('--sign-ins <file>', 'accounts with which people sign in to your product, one to a line')
    .addOption(new Option('--auto-renew <answer>', 'what the customer agreed to').choices(['yes', 'no']))
    .requiredOption('--output <folder>', 'where the files go')
  addPartnerOptions(addOrderFileOptions(command)).action(async (flags: FactsFlags) => {
    const { writeFacts } = await import('../licences/write-facts.ts')
    finish(await writeFacts(flags, console))
  })
}

function addOrderFileOptions(command: Command): Command {
  return command
    .option('--customer <id>', 'the customer: tenant id or domain; over what the file says')
    .option('--reference <text>', 'names the order: the same one never orders twice; over what the file says')
    .option('--alternative <name>', 'which way of a plan: per-user, per-process or mixed')
    .option('--term <duration>', 'for a plan: P1M, P1Y or P3Y')
    .option('--billing <cycle>', 'for a plan: monthly, annual or one_time')
    .option('--journal <file>', 'where it is kept how far orders came; .sevenstep/orders.jsonl unless given')
}

function addApplyOptions(command: Command, what: string): Command {
  return command
    .option('--apply', what, false)
    .option('--auto-approve', 'with --apply: do not ask before it is done', false)
}
