import type {
  ConnectionParameter,
  Connector,
  Definition,
  Operation,
  Parameter,
  PathItem,
  Policy,
  Properties,
  Response,
  Schema,
} from '@sevenstep/connector-schema'
import type { RuleSetting } from '@sevenstep/findings'
import type { JsonNode } from '@sevenstep/located-json'
import type { MendContext as EngineMendContext, Reporting, RuleWording } from '@sevenstep/rule-engine'
import type { PackageContents } from './package-contents.ts'
import type { Profile, Target } from './profiles.ts'

export type { MessageData, Place, ReportOptions } from '@sevenstep/rule-engine'

/** One requirement, in words. Its measured facts are in the data file under the same id, whose opinion of mending yields to this one. */
export interface RuleText extends RuleWording {
  /** Profiles it concerns; all when left out. In the others it is off. */
  readonly profiles?: readonly Profile[]
  /** Setting for one target when it differs from the policy's, for example an icon that only the package must have. */
  readonly perTarget?: Readonly<Partial<Record<Target, RuleSetting>>>
  /** Why the data file's entry is not followed to the letter, for the coverage table. */
  readonly deviation?: string
}

/** What a family's checks are made with. */
export interface CheckContext extends Reporting {
  readonly connector: Connector
  readonly profile: Profile
  readonly target: Target
  /** Titles of connectors that already exist, in lower case; nothing when no catalogue was given. */
  readonly knownTitles: ReadonlySet<string> | undefined
}

/**
 * What a family wants to see of the one traversal all families share. Everything is optional; each method is called
 * for every such thing, in the order of the text. Only well-formed things arrive: objects where objects belong.
 */
export interface ConnectorCheck {
  /** Once, before everything else, whatever was read. */
  connector?(connector: Connector): void
  /** Once, when the archive the connector came in was given: a certification package, or what claims to be one. */
  package?(contents: PackageContents): void
  /** Once, when the definition is a JSON object. */
  definition?(definition: Definition): void
  pathItem?(item: PathItem): void
  operation?(operation: Operation): void
  /** Every parameter where it is written: in operations, path items and the shared ones; `$ref`s do not arrive. */
  parameter?(parameter: Parameter): void
  /** A `$ref` in a parameter list. */
  parameterReference?(parameter: Parameter): void
  /** Every response of an operation; `$ref`s arrive with what they lead to. */
  response?(response: Response, operation: Operation): void
  /** Every schema where it is written, and every non-body parameter and header, whose keywords are the same. */
  schema?(schema: Schema): void
  /** Called with the value of a keyword of a schema. Cheaper than `schema` for a rule about one keyword. */
  readonly schemaKeyword?: Readonly<Record<string, (value: JsonNode, schema: Schema) => void>>
  /** Once, when the properties file is a JSON object. */
  properties?(properties: Properties): void
  connectionParameter?(parameter: ConnectionParameter): void
  policy?(policy: Policy): void
  /** Once, after everything else: for what can only be said when all was seen. */
  end?(): void
}

/** What a mend may look at and write to. */
export interface MendContext extends Omit<EngineMendContext<Connector>, 'subject'> {
  readonly connector: Connector
}

/** Writes the edits that mend one finding; writing none means that this one needs a person. */
export type Mend = (context: MendContext) => void

/**
 * Requirements that are checked together because they look at the same thing. Detecting (`check`), describing
 * (`rules`) and mending (`mends`) are separate; the page stands beside in Markdown, the table test too.
 */
export interface RuleFamily {
  /** Also the file's name. */
  readonly id: string
  readonly rules: Readonly<Record<string, RuleText>>
  check(context: CheckContext): ConnectorCheck
  readonly mends?: Readonly<Record<string, Mend>>
}

/** Gives a family its type, so that a slip in it is a compile error where it is written. */
export function defineRuleFamily(family: RuleFamily): RuleFamily {
  return family
}
