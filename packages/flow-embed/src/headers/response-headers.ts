import type { EmbedSubject } from '../engine/embed-subject.ts'
import type { TextPlace } from '../script/script.ts'
import { type ContentSecurityPolicy, readPolicies } from './content-security-policy.ts'

/** Where findings about headers point: there is no file. */
export const headersPlace: { readonly path: string } = { path: 'response headers' }

/** The values of a header, in the order they came; undefined where no headers are known at all. */
export function headerOf({ facts }: EmbedSubject, name: string): readonly string[] | undefined {
  return facts.headers?.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value)
}

/** A policy that holds for the page, with its place: the answer's headers, or a `meta` element of the page. */
export interface PlacedPolicy {
  readonly policy: ContentSecurityPolicy
  readonly at: TextPlace | { readonly path: string }
}

/** Every content security policy that holds for the page as far as is known. */
export function policiesOf(subject: EmbedSubject): readonly PlacedPolicy[] {
  const sent = (headerOf(subject, 'content-security-policy') ?? []).flatMap((value) =>
    readPolicies(value).map((policy) => ({ policy, at: headersPlace })),
  )
  const written = subject.page.pages.flatMap(({ elements }) =>
    elements.flatMap(({ name, attributes }) => {
      const content = attributes.get('content')
      const isPolicy = attributes.get('http-equiv')?.value.trim().toLowerCase() === 'content-security-policy'
      if (name !== 'meta' || !isPolicy || content === undefined) return []
      return readPolicies(content.value).map((policy) => ({ policy, at: content.at }))
    }),
  )
  return [...sent, ...written]
}
