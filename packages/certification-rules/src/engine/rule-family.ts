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
  TextFile,
} from '@sevenstep/connector-schema'
import type { MendKind, Message, RuleSetting, Severity } from '@sevenstep/findings'
import type { JsonEditor, JsonNode } from '@sevenstep/located-json'
import type { PackageContents } from './package-contents.ts'
import type { Profile, Target } from './profiles.ts'

/** One requirement, in words. Its measured facts are in the data file under the same id. */
export interface RuleText {
  /** One sentence: what the rule demands. */
  readonly title: string
  /**
   * What is said about a finding, by name; a rule with one thing to say calls it `found`. `{name}` stands for a
   * value the check gives. `what` names the thing and the place, `why` the consequence, `fix` what to do.
   */
  readonly messages: Readonly<Record<string, Message>>
  /** Profiles it concerns; all when left out. In the others it is off. */
  readonly profiles?: readonly Profile[]
  /** Setting for one target when it differs from the policy's, for example an icon that only the package must have. */
  readonly perTarget?: Readonly<Partial<Record<Target, RuleSetting>>>
  /** How it is mended when {@link RuleFamily.mends} has an entry for it. Decides over the data file's opinion. */
  readonly mend?: MendKind
  /** How single messages are mended where they differ from {@link mend}; `none` for what only a person can put right. */
  readonly mendByMessage?: Readonly<Record<string, MendKind | 'none'>>
  /**
   * Messages that say something milder than the rule does, such as a placeholder where a secret must not stand. Never
   * raises a severity; one that somebody sets for the rule counts for all its messages.
   */
  readonly severityByMessage?: Readonly<Record<string, Severity>>
  /** What stands at the place is a secret: reports show dots instead of it. */
  readonly isSecret?: true
  /** Why the data file's entry is not followed to the letter, for the coverage table. */
  readonly deviation?: string
}

/** Values for the holes in a message. */
export type MessageData = Readonly<Record<string, string | number>>

/** A place a check points at. */
export type Place =
  | JsonNode
  /** Part of a text file, as offsets; both 0 and no text for a file as a whole. */
  | { readonly file: Pick<TextFile, 'path' | 'text'>; readonly start: number; readonly end: number }
  /** A file that is not text or does not exist. */
  | { readonly path: string }

/** What goes with a finding beside its rule and place. */
export interface ReportOptions {
  /** Name of the message; `found` when left out. */
  readonly message?: string
  readonly data?: MessageData
  /** Underline the member's key instead of its value: for keys that should not be there. */
  readonly onKey?: boolean
  readonly related?: readonly { readonly at: Place; readonly note: string }[]
}

/** What a family's checks are made with. */
export interface CheckContext {
  readonly connector: Connector
  readonly profile: Profile
  readonly target: Target
  /** Titles of connectors that already exist, in lower case; nothing when no catalogue was given. */
  readonly knownTitles: ReadonlySet<string> | undefined
  /** Says that something is wrong. `rule` is one of the family's ids. */
  report(rule: string, at: Place, options?: ReportOptions): void
  /** Says that a rule could not look, and why: neither passed nor failed. */
  notChecked(rule: string, reason: string): void
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
export interface MendContext {
  readonly connector: Connector
  /** The file the finding is in. */
  readonly path: string
  /** The node that was reported; nothing when a text place or a file was. */
  readonly node: JsonNode | undefined
  readonly data: MessageData
  /** Name of the message that was reported. */
  readonly message: string
  /** Offsets that were reported, for a text place. */
  readonly start: number
  readonly end: number
  /** Writes into the file the finding is in. */
  readonly edit: JsonEditor
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
