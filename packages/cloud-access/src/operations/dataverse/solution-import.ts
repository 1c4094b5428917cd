import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import {
  actionHeaders,
  applicationUser,
  organizationFailures,
  solutionWorkFailures,
  webApi,
} from './dataverse-requests.ts'
import { dataverseSource, unverifiedInDataverse } from './dataverse-sources.ts'
import { stageSolutionResults } from './stage-solution-results.ts'

const connectionReferenceParameter = z.looseObject({
  '@odata.type': z.string().regex(/^#?Microsoft\.Dynamics\.CRM\.connectionreference$/),
  connectionreferencelogicalname: z.string(),
  connectionreferencedisplayname: z.string().optional(),
  description: z.string().optional(),
  connectorid: z.string().optional(),
  connectionid: z.string(),
})

const environmentVariableParameter = z.looseObject({
  '@odata.type': z.string().regex(/^#?Microsoft\.Dynamics\.CRM\.environmentvariablevalue$/),
  schemaname: z.string(),
  value: z.string(),
  environmentvariablevalueid: z.string().optional(),
})

/** A value for this organisation that comes with an import: the connection of a reference, or a variable's value. */
export const componentParameter = z.union([
  connectionReferenceParameter,
  environmentVariableParameter,
  z.looseObject({ '@odata.type': z.string() }),
])

const importParameters = z.looseObject({
  OverwriteUnmanagedCustomizations: z.boolean(),
  /** Turns on flows that were on when the solution was exported. */
  PublishWorkflows: z.boolean(),
  /** The zip, base64; left out where `SolutionParameters` names an upload. */
  CustomizationFile: z.string().optional(),
  /** A GUID of the caller's; becomes the id of the import job. */
  ImportJobId: z.string().optional(),
  /** Imports beside the installed version, to be promoted afterwards. */
  HoldingSolution: z.boolean().optional(),
  SkipProductUpdateDependencies: z.boolean().optional(),
  ComponentParameters: z.array(componentParameter).optional(),
  SolutionParameters: z.looseObject({ StageSolutionUploadId: z.string().optional() }).optional(),
})

const common = { service: 'dataverse', method: 'POST', credentials: applicationUser } as const
const work = { ...common, failures: solutionWorkFailures, repetition: 'start' } as const
const followed = { kind: 'async-operation', polledBy: 'async-operations.get' } as const
const importing = [
  dataverseSource('docs', 'documentation'),
  dataverseSource('terraform', 'source', 'parameters and following the work'),
] as const
const accepted = z.looseObject({ ImportJobKey: z.string(), AsyncOperationId: z.string() })

/** Getting solutions into an organisation. */
export const solutionImport = {
  stage: defineOperation({
    ...common,
    id: 'solution-import.stage',
    title: 'Uploads a solution and tells what an import would find; imports nothing.',
    path: `${webApi}/StageSolution`,
    request: { headers: actionHeaders, body: z.looseObject({ CustomizationFile: z.string() }) },
    responses: { 200: z.looseObject({ StageSolutionResults: stageSolutionResults }) },
    failures: organizationFailures,
    repetition: 'idempotent',
    sources: importing,
    notes: ['The upload stays in the organisation, so this is the platform’s dry run but not without a trace.'],
  }),
  run: defineOperation({
    ...work,
    id: 'solution-import.run',
    title: 'Imports a solution and answers when it is done.',
    path: `${webApi}/ImportSolution`,
    request: { headers: actionHeaders, body: importParameters.extend({ ImportJobId: z.string() }) },
    responses: { 204: z.undefined() },
    sources: importing,
    notes: ['The connection is cut after two to four minutes while the import goes on; prefer solution-import.begin.'],
  }),
  begin: defineOperation({
    ...work,
    id: 'solution-import.begin',
    title: 'Begins to import a solution.',
    path: `${webApi}/ImportSolutionAsync`,
    request: { headers: actionHeaders, body: importParameters },
    responses: { 200: accepted },
    completion: followed,
    sources: importing,
    notes: ['Never repeat it after an answer that got lost: look for a running asyncoperation first.'],
  }),
  beginUpgrade: defineOperation({
    ...work,
    id: 'solution-import.begin-upgrade',
    title: 'Begins to import a newer version and to put it in the place of the installed one.',
    path: `${webApi}/StageAndUpgradeAsync`,
    request: { headers: actionHeaders, body: importParameters },
    responses: { 200: accepted },
    completion: followed,
    sources: importing,
  }),
  promote: defineOperation({
    ...work,
    id: 'solution-import.promote',
    title: 'Begins to put a holding solution in the place of the installed version.',
    path: `${webApi}/DeleteAndPromoteAsync`,
    request: { headers: actionHeaders, body: z.looseObject({ UniqueName: z.string() }) },
    responses: { 200: z.looseObject({ AsyncOperationId: z.string() }) },
    completion: followed,
    sources: [
      dataverseSource('docs', 'documentation'),
      unverifiedInDataverse('that the answer of the asynchronous form has nothing but AsyncOperationId'),
    ],
  }),
  result: defineOperation({
    service: 'dataverse',
    credentials: applicationUser,
    id: 'solution-import.result',
    title: 'Tells how an import ended.',
    method: 'GET',
    path: `${webApi}/RetrieveSolutionImportResult(ImportJobId={importJob})`,
    request: { path: z.object({ importJob: z.string() }), headers: actionHeaders },
    responses: {
      200: z.looseObject({
        SolutionOperationResult: z.looseObject({
          /** `Passed` or `Failed`. */
          Status: z.string(),
          WarningMessages: z.array(z.unknown()),
          ErrorMessages: z.array(z.unknown()),
        }),
      }),
    },
    failures: organizationFailures,
    repetition: 'safe',
    sources: [dataverseSource('terraform', 'source')],
  }),
}
