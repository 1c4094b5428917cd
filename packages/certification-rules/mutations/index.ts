import { complaintMutations } from './complaints/index.ts'
import type { Mutation } from './mutation.ts'

/** Every mutation of single connectors. */
export const mutations: readonly Mutation[] = [...complaintMutations]
