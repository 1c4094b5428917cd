import { decode } from 'fast-png'
import { describe, expect, test } from 'vitest'
import { checkOffer } from '../engine/check-offer.ts'
import { type Profile, profiles } from '../engine/listing-subject.ts'
import { readOffer } from '../offer/read-offer.ts'
import { assumptionsOf, initOffer } from './init-offer.ts'

/** Rules that may speak of what only a person can fill. */
const ofPeople = new Set(['offer-filled', 'keywords-in-description'])

describe.each<Profile>(profiles)('a new folder for %s', (kind) => {
  test('is valid but for what only a person can fill, and says each of it', () => {
    const files = initOffer(kind, { today: '2026-11-20' })
    const { findings } = checkOffer(readOffer(files), { today: '2026-11-20' }).subject
    expect(findings.filter(({ ruleId }) => !ofPeople.has(ruleId))).toEqual([])
    const marked = findings.filter(({ ruleId }) => ruleId === 'offer-filled').map(({ pointer }) => pointer)
    expect(marked).toContain('/listing/summary')
    expect(marked).toContain('/media/logos/large')
    expect(marked).toContain('/media/documents/0/file')
    if (kind === 'dataverse') expect(marked).toContain('/package/file')
  })

  test('takes what is known, and leaves no such place open', () => {
    const files = initOffer(kind, {
      name: 'Fleet Desk – Größe',
      publisher: 'Fleet Desk Ltd',
      site: 'https://fleetdesk.example/',
      today: '2026-11-20',
    })
    const { root } = readOffer(files)
    expect(root.text('offerId')).toBe('fleet-desk-grosse')
    expect(root.find('listing', 'privacyUrl')?.value).toBe('https://fleetdesk.example/privacy')
    expect(root.find('listing', 'name')?.value).toBe('Fleet Desk – Größe')
  })

  test('names what it assumed, as it stands in the offer', () => {
    const [file] = initOffer(kind, { today: '2026-11-20' })
    const offer: unknown = JSON.parse(new TextDecoder().decode(file?.bytes))
    for (const { pointer, value } of assumptionsOf(kind)) {
      const found = pointer
        .split('/')
        .slice(1)
        .reduce<unknown>((at, name) => Object(at)[name], offer)
      expect(JSON.stringify(found), pointer).toContain(value.split(', ')[0])
    }
  })

  test('holds images that can be decoded', () => {
    for (const { path, bytes } of initOffer(kind, { today: '2026-11-20' })) {
      if (!path.endsWith('.png')) continue
      const { width, height, data } = decode(bytes)
      expect(data.length, path).toBe(width * height * 3)
    }
  })
})
