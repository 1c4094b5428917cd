import { complaintMutations } from './complaints/index.ts'
import type { Mutation } from './mutation.ts'
import { requirementMutations } from './requirements/index.ts'

/** Every mutation of single connectors. */
export const mutations: readonly Mutation[] = [...complaintMutations, ...requirementMutations]
