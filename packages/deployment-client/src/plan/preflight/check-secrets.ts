import type { DraftFinding } from '@sevenstep/findings'
import type { Wanted } from '../../model/wanted.ts'
import {
  type DescribedValue,
  isReference,
  printReference,
  type SecretReference,
} from '../../secrets/secret-reference.ts'
import { deploymentFinding } from '../deployment-finding.ts'
import type { PreflightContext } from './preflight.ts'

/** Whether every secret is where the description says, for things that will be written. */
export function checkSecrets({ deployment, bench }: PreflightContext): DraftFinding[] {
  return deployment.wanted.flatMap((wanted) =>
    referencesOf(wanted)
      .filter((reference) => !bench.secrets.has(reference))
      .map((reference) =>
        deploymentFinding('secret-found', deployment.locate(wanted.place), { reference: printReference(reference) }),
      ),
  )
}

function referencesOf(wanted: Wanted): SecretReference[] {
  switch (wanted.kind) {
    case 'connector':
      return Object.values(wanted.oauth).flatMap(({ clientSecret }) =>
        clientSecret === undefined ? [] : [clientSecret],
      )
    case 'connection':
      return Object.values(wanted.parameters).filter((value): value is SecretReference => isReference(value))
    case 'environment-variable':
      return given(wanted.value)
    default:
      return []
  }
}

function given(value: DescribedValue | undefined): SecretReference[] {
  return isReference(value) ? [value] : []
}
