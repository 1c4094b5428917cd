import { z } from 'zod'

/** Attributes as the platform writes dictionaries. */
const attributes = z.looseObject({
  Count: z.number(),
  Keys: z.array(z.string()),
  Values: z.array(z.string().nullable()),
})

/** One component of a staged solution. */
export const stagedComponent = z.looseObject({
  ComponentName: z.string(),
  ComponentTypeName: z.string(),
  /** `True`, `False` or `Unknown`. */
  IsPresentInOrg: z.string().nullable().optional(),
  Attributes: attributes.optional(),
})

/** Something that the solution needs and the organisation has not. */
export const missingDependency = z.looseObject({
  RequiredComponentSchemaName: z.string().nullable().optional(),
  RequiredComponentDisplayName: z.string().nullable().optional(),
  RequiredComponentTypeName: z.string().nullable().optional(),
  RequiredComponentId: z.string().nullable().optional(),
  RequiredSolutionName: z.string().nullable().optional(),
  DependentComponentSchemaName: z.string().nullable().optional(),
  DependentComponentDisplayName: z.string().nullable().optional(),
  DependentComponentTypeName: z.string().nullable().optional(),
  DependentComponentId: z.string().nullable().optional(),
})

/** What StageSolution found. */
export const stageSolutionResults = z.looseObject({
  StageSolutionUploadId: z.string(),
  /** `Passed` or `Failed`. */
  StageSolutionStatus: z.string(),
  SolutionComponentsDetails: z.array(stagedComponent).optional(),
  SolutionDetails: z
    .looseObject({
      SolutionUniqueName: z.string(),
      SolutionFriendlyName: z.string().nullable().optional(),
      IsManaged: z.boolean().optional(),
      IsPatchSolution: z.boolean().optional(),
      SolutionVersion: z.string().nullable().optional(),
      /** Version that is installed; nothing on a first import. */
      PreviousSolutionVersion: z.string().nullable().optional(),
      HasPendingUpgrade: z.boolean().optional(),
      PublisherUniqueName: z.string().nullable().optional(),
    })
    .optional(),
  MissingDependencies: z.array(missingDependency),
  SolutionValidationResults: z.array(
    z.looseObject({
      /** `Error`, `Warning` or `Info`. */
      SolutionValidationResultType: z.string().nullable().optional(),
      ErrorCode: z.number().nullable().optional(),
      AdditionalInfo: z.string().nullable().optional(),
      Message: z.string(),
    }),
  ),
})
