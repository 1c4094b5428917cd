import type { Confidence, Source } from '../evidence.ts'

const names = {
  docs: 'MicrosoftDocs/powerapps-docs, developer/data-platform',
  flowCode: 'MicrosoftDocs/power-automate-docs, manage-flows-with-code.md',
  terraform: 'microsoft/terraform-provider-power-platform',
  webApiClient: 'dynamics-web-api',
  threads: 'Public threads of microsoft/coe-starter-kit and microsoft/powerplatform-build-tools',
  community: 'Community code',
} as const

/** A source of what is known of Dataverse; how sure it makes us is said where it is cited. */
export function dataverseSource(name: keyof typeof names, confidence: Confidence, covers?: string): Source {
  return { name: names[name], confidence, ...(covers === undefined ? {} : { covers }) }
}

/** For what nobody has looked up yet. */
export function unverifiedInDataverse(covers: string): Source {
  return { name: 'General knowledge of Dataverse, not looked up', confidence: 'unverified', covers }
}
