import { z } from 'zod'
import type { RowOf } from '../../../reads/api/read-rows.ts'
import { changeIsv } from '../../../verbs/isvs/change-isv.ts'
import { createIsv } from '../../../verbs/isvs/create-isv.ts'
import { moveIsv } from '../../../verbs/isvs/move-isv.ts'
import { apiChange } from '../change.ts'
import type { Operation } from '../operation.ts'
import { apiList, apiRead } from '../read.ts'
import { oneOf, pageOf, personIn } from '../rows.ts'
import { day, moment, named, person, version } from '../schemas.ts'

const isv = named(
  'Isv',
  z.object({
    id: z.string(),
    version,
    name: z.string(),
    externalId: z.string().nullable(),
    state: z.enum(['invited', 'active', 'paused', 'completed', 'archived']),
    pauseReason: z.string().nullable(),
    pausedAt: moment.nullable(),
    reviewOn: day.nullable(),
    timeZone: z.string(),
    owner: person.nullable(),
    createdAt: moment,
    updatedAt: moment,
  }),
)
const changedIsv = named('ChangedIsv', z.object({ isvId: z.string() }))

const tell = (row: RowOf<'isvs'>, names: ReadonlyMap<string, string>) => ({
  ...row,
  owner: personIn(names, row.ownerId),
})

/** The vendors of a programme. */
export const isvOperations: readonly Operation[] = [
  apiList({
    id: 'listIsvs',
    path: '/isvs',
    tag: 'ISVs',
    summary: 'The ISVs you can see, oldest first',
    place: 'home',
    allowed: ['portfolio.read', 'product.read'],
    page: 'IsvPage',
    row: isv,
    read: (asked) => pageOf(asked, 'isvs', { order: 'oldest-first', where: {}, people: ['ownerId'], tell }),
  }),
  apiRead({
    id: 'readIsv',
    path: '/isvs/{isvId}',
    tag: 'ISVs',
    summary: 'One ISV',
    place: 'isv',
    allowed: ['portfolio.read', 'product.read'],
    answer: isv,
    version: (answer) => answer.version,
    read: (asked) => oneOf(asked, 'isvs', { where: { id: asked.params.isvId ?? '' }, people: ['ownerId'], tell: tell }),
  }),
  apiChange(createIsv, {
    id: 'createIsv',
    method: 'post',
    path: '/isvs',
    tag: 'ISVs',
    summary: 'Adds an ISV',
    place: 'programme',
    answer: changedIsv,
    location: ({ isvId }) => `/isvs/${isvId}`,
  }),
  apiChange(changeIsv, {
    id: 'changeIsv',
    method: 'put',
    path: '/isvs/{isvId}',
    tag: 'ISVs',
    summary: 'Changes the name, number, owner and time zone of an ISV',
    place: 'isv',
    answer: changedIsv,
  }),
  apiChange(moveIsv, {
    id: 'moveIsv',
    method: 'post',
    path: '/isvs/{isvId}/moves',
    tag: 'ISVs',
    summary: 'Activates, pauses, resumes, completes, archives or restores an ISV',
    place: 'isv',
    answer: changedIsv,
  }),
]
