import type { DeploymentRule } from './rule-type.ts'

/** What is looked at in a target before anything is changed there. */
export const preflightRules = {
  'client-secret-by-hand': {
    severity: 'warning',
    title: 'A connector’s client secret reaches the service.',
    message: {
      what: 'The client secret of {connector} cannot be given on the way through the database.',
      why: 'That way has no place for it, and without it nobody can sign in to a connection.',
      fix: 'Enter it in the connector’s security settings once it is there, or deploy the connector with a person’s credential.',
    },
  },
  'connector-before-connection': {
    severity: 'error',
    title: 'A connector exists before a connection to it is made.',
    message: {
      what: 'The connector {connector} of the connection "{name}" is neither in {environment} nor in this description.',
      why: 'A connection cannot exist before its connector.',
      fix: 'Describe the connector, or correct its id; ids of connectors that come with Power Platform begin with shared_.',
    },
  },
  'connection-there': {
    severity: 'error',
    title: 'A connection that is bound exists in the same environment.',
    message: {
      what: 'The connection {id} for "{name}" is not in {environment}, or this credential may not see it.',
      why: 'Imports that bind a missing connection fail with an error that says nothing, and flows stay off.',
      fix: 'Create it there, or give the id of one that is there; an id from another environment does not work.',
    },
  },
  'connection-id-bare': {
    severity: 'error',
    title: 'The id of a connection has no connector in front.',
    message: {
      what: 'The connection id "{id}" carries a connector in front.',
      why: 'The platform takes the part behind the last slash only; with a prefix the binding is ignored or the import fails.',
      fix: 'Give "{bare}" alone.',
    },
  },
  'connection-of-connector': {
    severity: 'error',
    title: 'A bound connection belongs to the connector that is asked for.',
    message: {
      what: 'The connection {id} belongs to {actual}, but {wanted} is asked for.',
      why: 'The platform refuses a connection of another connector, or the flow fails at its first run.',
      fix: 'Bind a connection of {wanted}.',
    },
  },
  'connection-working': {
    severity: 'error',
    title: 'A connection is signed in.',
    message: {
      what: 'The connection {id} ("{name}") is not connected: {detail}',
      why: 'A flow cannot be switched on with a connection in error.',
      fix: 'Sign in to it again at {portal}, as its owner.',
    },
  },
  'connection-shared': {
    severity: 'error',
    title: 'A connection is shared with whoever deploys.',
    message: {
      what: 'The connection {id} ("{name}") is neither owned by nor shared with {principal}.',
      why: 'Importing or switching on fails unless whoever does it owns the connection or has "Can use + share".',
      fix: 'As its owner, share the connection with {principal} as can-view-with-share.',
    },
  },
  'consent-missing': {
    severity: 'warning',
    title: 'Connections that sign in a person have somebody’s consent.',
    message: {
      what: 'The connection "{name}" needs a person to sign in.',
      why: 'Nobody can consent on behalf of a person; the apply stops there and says where to go.',
      fix: 'Sign in at the address that apply prints, then run apply again; or bind a connection that is signed in.',
    },
  },
  'owner-licence': {
    severity: 'error',
    title: 'Whoever will own the flows has a licence for them.',
    message: {
      what: '{principal} has no licence with Power Automate in it.',
      why: 'Flows of an owner without a licence are refused when they are switched on, or are suspended later.',
      fix: 'Assign a licence, or deploy with the account that is to own the flows.',
    },
  },
  'premium-licence': {
    severity: 'warning',
    title: 'Flows with premium parts have an owner with a premium licence.',
    message: {
      what: '{flow} uses {connectors}, and the licences of {principal} may not cover premium connectors.',
      why: 'Custom and premium connectors need more than the licence that comes with Office; which plans cover them changes.',
      fix: 'Check the licence of the owner before switching the flow on.',
    },
  },
  'variable-value-packaged': {
    severity: 'error',
    title: 'A package carries no current values of environment variables.',
    message: {
      what: '{solution} carries a current value for {variable}.',
      why: 'Importing it puts the value of the environment it was exported from into the customer’s, and later values are not taken over.',
      fix: 'Remove the value from the solution in its source environment ("Remove from this solution") and export again.',
    },
  },
  'variable-value-missing': {
    severity: 'error',
    title: 'Every environment variable has a value.',
    message: {
      what: '{variable} of {solution} has neither a value for this target nor a default.',
      why: 'Flows that read it cannot be switched on.',
      fix: 'Give it in environmentVariables, of the description or of the target.',
    },
  },
  'variable-two-values': {
    severity: 'error',
    title: 'An environment variable has one value.',
    message: {
      what: '{variable} has two current values in {environment}.',
      why: 'Which of them flows read is not defined.',
      fix: 'Delete one of them in the target.',
    },
  },
  'variable-known': {
    severity: 'error',
    title: 'An environment variable that gets a value exists.',
    message: {
      what: '{variable} is neither in {environment}, nor in a solution of this deployment, nor described with a type.',
      why: 'A value needs a variable to belong to.',
      fix: 'Correct the name, or give its type so that it is created.',
    },
  },
  'dependency-missing': {
    severity: 'error',
    title: 'What a solution depends on is installed.',
    message: {
      what: '{solution} needs {required}, which {detail}.',
      why: 'The import would be refused.',
      fix: 'Install {required} first, or add it to this deployment.',
    },
  },
  'version-not-lower': {
    severity: 'error',
    title: 'A solution’s version is not lower than the installed one.',
    message: {
      what: '{solution} has version {version}, and {installed} is installed.',
      why: 'The platform does not go back; the import would be refused or lose what the newer one brought.',
      fix: 'Raise the version of the package, or leave it out.',
    },
  },
  'version-tells-truth': {
    severity: 'error',
    title: 'A package whose content differs has a version that differs.',
    message: {
      what: '{solution} says version {version}, as the installed one does, but {detail}.',
      why: 'The platform takes equal versions for equal content, so nobody could tell what is installed.',
      fix: 'Raise its version and export it again.',
    },
  },
  'same-management': {
    severity: 'error',
    title: 'A managed solution stays managed, an unmanaged one unmanaged.',
    message: {
      what: '{solution} is {packaged} in the package and {installed} in {environment}.',
      why: 'The platform does not import one over the other.',
      fix: 'Export the package as {installed}, or remove the installed solution.',
    },
  },
  'unmanaged-leftover': {
    severity: 'warning',
    title: 'Nothing that a managed solution brings lies about unmanaged.',
    message: {
      what: '{component} of {solution} is already in {environment}, unmanaged.',
      why: 'The unmanaged copy lies on top: what the solution brings would not be seen, and cannot be removed with it.',
      fix: 'Remove the copy in the target, or make sure that it is meant.',
    },
  },
  'bindings-complete': {
    severity: 'error',
    title: 'Every connection reference of a package is bound.',
    message: {
      what: '{reference} of {package} has no connection in this description.',
      why: 'The flow cannot be switched on without it.',
      fix: '{fix}',
    },
  },
  'bindings-needed': {
    severity: 'warning',
    title: 'Only what exists is bound.',
    message: {
      what: '{reference} is bound, but not asked for: {package} has such a reference.',
      why: 'A binding that nothing uses is usually a slip in a name, and its real counterpart stays unbound.',
      fix: 'Correct the name, or remove the binding.',
    },
  },
  'route-possible': {
    severity: 'error',
    title: 'There is a way for every part that credential and target allow.',
    message: {
      what: '{part} cannot be deployed here: {detail}',
      why: 'Each way needs a certain kind of credential or a database in the environment.',
      fix: '{fix}',
    },
  },
  'same-name-there': {
    severity: 'warning',
    title: 'What is overwritten was deployed from here.',
    message: {
      what: '{part} is already in {environment}, and this journal knows nothing of it.',
      why: 'It may be somebody else’s thing of the same name; applying overwrites it and takes it over.',
      fix: 'Make sure that it is yours; otherwise choose another name.',
    },
  },
  'one-of-the-name': {
    severity: 'error',
    title: 'One thing bears the name.',
    message: { what: '{part}: {what}', why: '{why}', fix: '{fix}' },
  },
  'part-readable': {
    severity: 'error',
    title: 'Every part can be looked at in the target.',
    message: { what: '{part}: {what}', why: '{why}', fix: '{fix}' },
  },
  'child-flow-cycle': {
    severity: 'error',
    title: 'Flows call each other in an order.',
    message: {
      what: 'These flows call each other in a circle: {flows}.',
      why: 'A flow can only be switched on once those it calls are on.',
      fix: 'Break the circle.',
    },
  },
  'policy-blocks': {
    severity: 'error',
    title: 'The data policy that was given allows the connectors.',
    message: {
      what: '{flow} uses {connectors}: {detail}',
      why: 'The policy switches such a flow off, or refuses to switch it on.',
      fix: 'Ask the administrator of the tenant to change the policy "{policy}" for this environment.',
    },
  },
  'policy-unknown': {
    severity: 'info',
    title: 'It is known whether data policies allow the connectors.',
    message: {
      what: 'Whether data policies of this tenant allow these flows is not known.',
      why: 'Reading policies takes an administrator’s rights that deploying does not need.',
      fix: 'Ask the administrator to export the policy, and give it with --dlp-policy.',
    },
  },
  'cannot-go-back': {
    severity: 'warning',
    title: 'What an apply changed can be put back.',
    message: {
      what: '{part} stays as it is: {detail}.',
      why: 'A rollback puts back what was kept, and not everything can be.',
      fix: 'Put it back by hand, or apply a description with the earlier content.',
    },
  },
  'server-dry-run': {
    severity: 'error',
    title: 'The platform’s own check accepts the part.',
    message: {
      what: '{operation} says of {part}: {detail}',
      why: 'The platform would refuse it in the same way when it is applied.',
      fix: 'Mend what it names; its answer is the platform’s own and was passed on as it came.',
    },
  },
  'not-asked': {
    severity: 'info',
    title: 'Everything that can be looked at was looked at.',
    message: {
      what: '{subject} was not looked at: {detail}',
      why: 'It is neither right nor wrong as far as we know.',
      fix: '{fix}',
    },
  },
} as const satisfies Record<string, DeploymentRule>
