import type { ChangeKindEntry } from './change-kind.ts'

const nothing = 'Nothing to do.'
const keepConnections = 'Keep existing connections working: make the new parameter optional, or give it a default.'

/** Kinds of our own for the definition: no measurement and no word of Microsoft's stands behind them. */
const definitionKinds = {
  'br-not-compared': {
    title: 'A part could not be compared',
    severity: 'error',
    why: 'What was not compared may hide a change that breaks flows.',
    instead: 'Mend the file first, then compare again.',
    exceptions: 'Info when the file was simply not given; warning when only the old version cannot be read.',
  },
  'br-body-parameter-renamed': {
    title: 'The body parameter has another name',
    severity: 'error',
    why: 'Flows store each field of a body under the name of the body parameter, so all of them lose their place.',
    instead: 'Give the body parameter its old name back; makers never see it.',
  },
  'br-schemes-changed': {
    title: 'The scheme of the address changed',
    severity: 'warning',
    why: 'The first scheme is part of the address every request goes to.',
    instead: 'Use https, and make sure the service answers there.',
  },
  'br-api-key-place-changed': {
    title: 'The API key is sent in another place',
    severity: 'warning',
    why: 'Existing connections send their key under the new name from the day the update is out.',
    instead: 'Make sure the service accepts the key in both places while the update spreads.',
  },
  'br-dynamic-schema-changed': {
    title: 'A dynamic schema changed',
    severity: 'warning',
    why: 'Fields that the service describes at design time come from elsewhere, or not at all; flows may use some that are gone.',
    instead: 'Keep the old source as long as flows depend on it, and put the new one into a new operation.',
  },
  'ok-response-added': {
    title: 'A new answer with a success code',
    severity: 'none',
    why: 'Existing outputs stay.',
    instead: nothing,
  },
  'ok-response-schema-added': {
    title: 'An answer got a schema',
    severity: 'none',
    why: 'There was no output that a flow could use.',
    instead: nothing,
  },
  'ok-trigger-output-added': {
    title: "A new field of a webhook's payload",
    severity: 'none',
    why: 'Existing flows do not look at it.',
    instead: nothing,
  },
  'ok-required-with-default': {
    title: 'A required input that nobody has to fill in',
    severity: 'none',
    why: 'It became required, but has a default.',
    instead: nothing,
  },
  'ok-input-field-optional': {
    title: 'A field of the request body became optional',
    severity: 'none',
    why: 'Existing flows go on sending it.',
    instead: nothing,
  },
  'ok-enum-widened': {
    title: 'More values can be chosen',
    severity: 'none',
    why: 'Everything that was chosen so far is still accepted.',
    instead: nothing,
  },
  'ok-default-added': {
    title: 'An input got a default',
    severity: 'none',
    why: 'The designer offers it in new flows; existing ones stay as they were saved.',
    instead: nothing,
  },
  'ok-text-changed': {
    title: 'Texts about the connector changed',
    severity: 'none',
    why: 'Only what people read differs. An update of texts alone counts as minor and is certified faster.',
    instead: nothing,
  },
} as const satisfies Readonly<Record<string, ChangeKindEntry>>

/** Kinds of our own for `apiProperties.json` and the script, at which Microsoft's comparison does not look. */
const propertiesKinds = {
  'br-required-connection-parameter-added': {
    title: 'A new required connection parameter',
    severity: 'error',
    why: 'Existing connections have no value for it, so every flow behind them fails until somebody makes a new connection.',
    instead: keepConnections,
  },
  'br-connection-parameter-became-required': {
    title: 'A connection parameter became required',
    severity: 'error',
    why: 'Connections made without it have no value for it.',
    instead: keepConnections,
  },
  'br-connection-parameter-removed': {
    title: 'A connection parameter is gone',
    severity: 'error',
    why: 'Existing connections hold a value that no longer reaches the service or the policies that use it.',
    instead: 'Keep the parameter, hidden if need be.',
  },
  'br-connection-parameter-type-changed': {
    title: 'The type of a connection parameter changed',
    severity: 'error',
    why: 'Existing connections hold a value of the old type.',
    instead: 'Keep the type; add an optional parameter of the new one.',
    exceptions: 'Warning where a missing type was only written down.',
  },
  'br-connection-values-narrowed': {
    title: 'Values of a connection parameter are gone',
    severity: 'warning',
    why: 'Connections for which one of them was chosen keep it.',
    instead: 'Keep the old values; let policies map them to new ones.',
  },
  'br-connection-set-removed': {
    title: 'A connection parameter set is gone',
    severity: 'error',
    why: 'Connections made with this way to sign in no longer work.',
    instead: 'Keep the set; say in its description that another one is preferred.',
  },
  'br-connection-sets-introduced': {
    title: 'Connection parameters turned into sets',
    severity: 'warning',
    why: 'Existing connections belong to no set. What becomes of them is not documented.',
    instead: 'Keep the old parameters as one of the sets and try it with a connection that was made before.',
  },
  'br-identity-provider-changed': {
    title: 'The identity provider changed',
    severity: 'error',
    why: 'Tokens of existing connections come from the old provider and cannot be renewed by the new one.',
    instead: 'Keep the provider, or offer the new one as another connection parameter set.',
  },
  'br-oauth-settings-changed': {
    title: 'Settings of the OAuth sign-in changed',
    severity: 'warning',
    why: 'Existing connections were granted under the old settings; they may have to be signed in again.',
    instead: 'Make sure that tokens granted before can still be renewed and suffice.',
  },
  'br-policy-removed': {
    title: 'A policy is gone',
    severity: 'warning',
    why: 'Requests and answers are no longer changed the way existing flows rely on.',
    instead: 'Keep the policy for the operations that exist already.',
    exceptions:
      'Error for policies that decide where requests go and for those of polling triggers; none when all its operations are gone.',
  },
  'br-request-target-changed': {
    title: 'Requests go elsewhere',
    severity: 'error',
    why: 'A policy that decides where requests go says something else, for existing flows too.',
    instead: 'Make sure that the new address gives the same answers, or use it for new operations only.',
    exceptions: 'Warning where such a policy is new.',
  },
  'br-policy-changed': {
    title: 'A policy changed',
    severity: 'warning',
    why: 'Requests or answers are changed in another way than existing flows rely on.',
    instead: 'Make sure that existing operations behave as before, or limit the change to new ones.',
  },
  'br-policy-scope-changed': {
    title: 'A policy applies to other operations',
    severity: 'warning',
    why: 'Operations that existed before gain or lose it.',
    instead: 'Keep it for the operations that had it.',
    exceptions: 'Error when an operation loses a policy that decides where requests go.',
  },
  'br-script-scope-changed': {
    title: 'The script applies to other operations',
    severity: 'warning',
    why: 'Operations that existed before gain or lose the code that changes their requests and answers.',
    instead: 'Make sure that their inputs and outputs stay the same.',
  },
  'br-script-changed': {
    title: 'The script changed',
    severity: 'info',
    why: 'Code can change every request and answer; this comparison does not look into it.',
    instead: 'Test the operations it applies to with flows built on the old version.',
  },
  'ok-optional-connection-parameter-added': {
    title: 'A new optional connection parameter',
    severity: 'none',
    why: 'Existing connections do without it.',
    instead: nothing,
  },
  'ok-connection-parameter-optional': {
    title: 'A connection parameter became optional',
    severity: 'none',
    why: 'Existing connections have a value for it.',
    instead: nothing,
  },
  'ok-connection-set-added': {
    title: 'A new connection parameter set',
    severity: 'none',
    why: 'Existing connections belong to the other sets.',
    instead: nothing,
  },
  'ok-policy-added': {
    title: 'A new policy',
    severity: 'none',
    why: 'It does not decide where requests go. Whether answers change is for a test to say.',
    instead: nothing,
  },
  'ok-branding-changed': {
    title: 'Publisher, owner or colour changed',
    severity: 'none',
    why: 'Only what people see differs.',
    instead: nothing,
  },
} as const satisfies Readonly<Record<string, ChangeKindEntry>>

/** Every kind of our own. */
export const ownKinds = { ...definitionKinds, ...propertiesKinds }
