import { ruleFamilies as embedFamilies } from '@sevenstep/flow-embed/checks'
import { ruleFamilies as flowFamilies } from '@sevenstep/flow-templates/checks'
import { ruleFamilies as licensingFamilies } from '@sevenstep/licensing-checks'
import { ruleFamilies as listingFamilies } from '@sevenstep/listing-checks'
import { items, type RuleRoom } from '@sevenstep/onboarding'
import { expect, test } from 'vitest'
import type { FamilyOfRules } from './family-facts.ts'

/** Why a rule decides no item; every other rule of these rooms has to be named by one. */
const reasons: Readonly<Record<string, string>> = {
  'licence-product-known': 'it speaks of our catalogue, not of the customer',
  'licence-list-without-secret': 'what holds a secret is refused before anything is judged',
  'offer-no-secret': 'what holds a secret is refused before anything is judged',
  'offer-readable': 'it holds up every rule of the offer, so that all of its items stay open',
  'offer-shape': 'it fails the items of the values that it names',
  'offer-files-exist': 'it fails the items of the pictures and documents that it names',
  'offer-filled': 'it fails the items of the values that it names',
  'description-paragraphs': 'whether a description helps a buyer is for people to say (7.7); this is advice beside it',
  'description-product-names': 'advice beside what people say of 7.7',
  'description-no-competitor': 'advice beside what people say of 7.7',
  'description-opens-with-value': 'a reviewer reads the first sentence (7.8); this is advice beside it',
  'embed-geolocation': 'a note; no requirement speaks of places',
  'embed-widget-documented': 'a note about Microsoft’s documentation, which the vendor cannot mend',
  'solution-dependencies': 'a note for whoever imports the solution; no requirement forbids it',
}

const rooms: readonly (readonly [RuleRoom, readonly FamilyOfRules[]])[] = [
  ['flow-embed', embedFamilies],
  ['flow-templates', flowFamilies],
  ['licensing-checks', licensingFamilies],
  ['listing-checks', listingFamilies],
]

test('every rule of steps 3, 4, 6 and 7 decides an item, or a reason is stated why it does not', () => {
  const named = new Set(
    items.flatMap(({ verification }) => {
      const rules = verification.by === 'evidence' ? verification.rules : undefined
      return rules === undefined ? [] : rules.families.map((family) => `${rules.room} ${family}`)
    }),
  )
  const left = rooms.flatMap(([room, families]) =>
    families.flatMap(({ id, rules }) =>
      named.has(`${room} ${id}`) ? [] : Object.keys(rules).filter((rule) => !named.has(`${room} ${rule}`)),
    ),
  )
  expect(left.sort()).toEqual(Object.keys(reasons).sort())
})
