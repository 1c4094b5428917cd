import type { DeploymentRule } from './rule-type.ts'

/** What is asked of a deployment file and of the files it names, before any target is looked at. */
export const descriptionRules = {
  'description-readable': {
    severity: 'error',
    title: 'The description can be read.',
    message: {
      what: 'The file cannot be read here: {detail}',
      why: 'What cannot be read in one way only is not guessed at.',
      fix: 'Mend the YAML or JSON at this place.',
    },
  },
  'description-shape': {
    severity: 'error',
    title: 'The description has the shape of the published schema.',
    message: {
      what: 'In {where}: {detail}',
      why: 'A part that is not understood would be left out in silence.',
      fix: 'Compare it with docs/deployment.md, or let your editor use the published schema.',
    },
  },
  'secret-by-reference': {
    severity: 'error',
    title: 'Secrets stand in the environment or in a file of their own.',
    message: {
      what: 'The value of "{name}" stands in the description itself.',
      why: 'Descriptions are kept with the code and read by many; a secret in one is a secret no longer.',
      fix: 'Give { env: NAME } or { file: path } instead, and replace the secret, since it was written down.',
    },
  },
  'names-unique': {
    severity: 'error',
    title: 'Every name occurs once.',
    message: {
      what: 'The name "{name}" occurs twice.',
      why: 'Plan, journal and the ids of what is created go by it.',
      fix: 'Give one of them another name.',
    },
  },
  'names-known': {
    severity: 'error',
    title: 'Every name that is used exists.',
    message: {
      what: 'There is no {kind} "{name}" in this description.',
      why: 'What is meant cannot be guessed.',
      fix: 'Correct the name, or describe the {kind}.',
    },
  },
  'material-readable': {
    severity: 'error',
    title: 'The files that a description names can be read.',
    message: {
      what: '{file}: {detail}',
      why: 'Without it the deployment is not complete.',
      fix: 'Correct the path, or the file.',
    },
  },
  'material-safe': {
    severity: 'error',
    title: 'Packages keep to sizes and names that are safe to open.',
    message: {
      what: '{file}: {detail}',
      why: 'Archives beyond these limits, or with such names, are made to do harm; nothing of it was used.',
      fix: 'Export the package again from where it was made.',
    },
  },
  'connector-secret': {
    severity: 'error',
    title: 'A connector’s files hold no client secret.',
    message: {
      what: '{file} holds a client secret for the connection parameter "{parameter}".',
      why: 'The connector’s folder is kept with the code and read by many.',
      fix: 'Remove it there, replace it, and give oauth.{parameter}.clientSecret by reference.',
    },
  },
  'secret-found': {
    severity: 'error',
    title: 'Every secret is found where the description says.',
    message: {
      what: 'The secret {reference} is not there.',
      why: 'Without it the part that needs it cannot be deployed.',
      fix: 'Set the variable or write the file, and run it again.',
    },
  },
} as const satisfies Record<string, DeploymentRule>
