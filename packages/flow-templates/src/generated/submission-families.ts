// Made by tools/generate.ts from the files in src/rules.
import type { SubmissionFamily as RuleFamily } from '../submission/submission.ts'
import { submissionAccount } from '../rules/submission/submission-account.ts'
import { submissionAddresses } from '../rules/submission/submission-addresses.ts'
import { submissionCategories } from '../rules/submission/submission-categories.ts'
import { submissionCourse } from '../rules/submission/submission-course.ts'
import { submissionFile } from '../rules/submission/submission-file.ts'
import { submissionForm } from '../rules/submission/submission-form.ts'
import { submissionPackage } from '../rules/submission/submission-package.ts'

/** Every family of rules, by folder and name. */
export const submissionFamilies: readonly RuleFamily[] = [
  submissionAccount,
  submissionAddresses,
  submissionCategories,
  submissionCourse,
  submissionFile,
  submissionForm,
  submissionPackage,
]
