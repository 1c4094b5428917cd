import { z } from 'zod'
import type { RowOf } from '../../../reads/api/read-rows.ts'
import { hashOfSecret, newSecret } from '../../../verbs/members/one-time-secret.ts'
import { createToken } from '../../../verbs/tokens/create-token.ts'
import { revokeToken } from '../../../verbs/tokens/revoke-token.ts'
import { tokenPrefix } from '../../../verbs/tokens/token-fields.ts'
import { apiChange } from '../change.ts'
import type { Operation } from '../operation.ts'
import { apiList } from '../read.ts'
import { pageOf, personIn } from '../rows.ts'
import { moment, named, person } from '../schemas.ts'

const token = named(
  'Token',
  z.object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.string()),
    createdBy: person,
    createdAt: moment,
    expiresAt: moment,
    lastUsedAt: moment.nullable(),
  }),
)
const secretToken = named(
  'NewToken',
  z.object({
    tokenId: z.string(),
    expiresAt: moment,
    token: z.string().meta({ description: 'Shown this once.' }),
  }),
)
const changed = named('ChangedToken', z.object({ tokenId: z.string() }))

const tell = (row: RowOf<'tokens'>, names: ReadonlyMap<string, string>) => ({
  ...row,
  createdBy: personIn(names, row.createdBy),
})

const withToken = {
  fields: ['tokenHash', 'formKey'],
  fill: (key: string | undefined) => {
    const secret = `${tokenPrefix}${newSecret()}`
    return {
      input: { tokenHash: hashOfSecret(secret), ...(key !== undefined && { formKey: key }) },
      shown: { token: secret },
    }
  },
}

const places = [
  { of: 'Isv', base: '/isvs/{isvId}/tokens', place: 'isv', kind: 'isv', whose: 'an ISV' },
  { of: 'Programme', base: '/tokens', place: 'programme', kind: 'programme', whose: 'the programme' },
] as const

/** Keys for programs; making them is for people. */
export const tokenOperations: readonly Operation[] = places.flatMap(({ of, base, place, kind, whose }) => [
  apiList({
    id: `list${of}Tokens`,
    path: base,
    tag: 'Tokens',
    summary: `Tokens for ${whose} that were not revoked; for people, not tokens`,
    place,
    allowed: ['tokens.manage'],
    page: `${of}TokenPage`,
    row: token,
    read: (asked) =>
      pageOf(asked, 'tokens', {
        order: 'oldest-first',
        where: { organizationId: asked.place.organizationId, isvId: asked.place.isvId, revokedAt: null },
        people: ['createdBy'],
        tell,
      }),
  }),
  apiChange(createToken[kind], {
    id: `create${of}Token`,
    method: 'post',
    path: base,
    tag: 'Tokens',
    summary: `Makes a token for ${whose}; for people, not tokens`,
    place,
    answer: secretToken,
    filled: withToken,
    location: (_, { isvId }) => (isvId === undefined ? '/tokens' : `/isvs/${isvId}/tokens`),
  }),
  apiChange(revokeToken[kind], {
    id: `revoke${of}Token`,
    method: 'delete',
    path: `${base}/{tokenId}`,
    tag: 'Tokens',
    summary: 'Revokes a token at once; for people, not tokens',
    place,
    answer: changed,
  }),
])
