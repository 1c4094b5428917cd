import assert from 'node:assert/strict'
import { checkOffer, readOffer } from '@sevenstep/listing-checks'
import { initOffer } from '@sevenstep/listing-checks/init'
import { gatherListingFacts } from '@sevenstep/listing-checks/live'
import { readOfferFolder } from '@sevenstep/listing-checks/node'
import { rulePages } from '@sevenstep/listing-checks/pages'
import { previewOffer } from '@sevenstep/listing-checks/preview'

const offer = readOffer(initOffer('dataverse', { name: 'Fleet Desk', today: '2026-11-20' }))
const rules = checkOffer(offer, { today: '2026-11-20' }).subject.findings.map(({ ruleId }) => ruleId)
assert.ok(rules.includes('offer-filled'))
assert.ok(!rules.includes('appsource-package-files'))
assert.match(rulePages['offer-filled'], /# `offer-filled`/)
assert.match(previewOffer(offer), /<h1>Fleet Desk<\/h1>/)
assert.equal(readOfferFolder('no-such-folder').problems.length, 1)
const refused = async (url) => ({ ok: false, hops: [], problem: { code: 'timed-out', what: url, why: 'w', fix: 'f' } })
assert.ok((await gatherListingFacts(offer, { fetch: refused })).links.length > 0)
