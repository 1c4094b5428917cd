import { beforeAll, expect, test } from 'vitest'
import type { UploadedFile } from '../../checks/worker/messages.ts'
import { example, fileOf } from '../../testing/checked-uploads.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { completeFlow } from '../../testing/partial-inputs.ts'
import { openTracker, type TestTracker } from '../../testing/tracker.ts'

describeOnEachDatabase('A check after what people did', (open) => {
  let tracker: TestTracker
  let product = ''

  beforeAll(async () => {
    tracker = await openTracker(open)
    product = `/products/${tracker.programme.contoso.productId}`
  })

  const pageOf = async (address: string): Promise<string> =>
    (await tracker.programme.contoso.admin.request(address)).text()

  /** Checks files a minute later, and gives the page of the result. */
  const checked = async (files: readonly UploadedFile[]): Promise<string> => {
    tracker.time.now = new Date(tracker.time.now.getTime() + 60_000)
    const body = new FormData()
    for (const { path, bytes } of files) {
      body.append('files', new Blob([new Uint8Array(bytes)]), 'file')
      body.append('paths', path)
    }
    const headers = { Accept: 'application/x-ndjson' }
    const { admin } = tracker.programme.contoso
    const answer = await admin.request(`${product}/checks/uploads`, { method: 'POST', body, headers })
    const last: { location?: string } = JSON.parse((await answer.text()).trimEnd().split('\n').at(-1) ?? '{}')
    return pageOf(last.location ?? '')
  }

  test('its advice leads over a statement that was handed in before it, and mending is next', async () => {
    const item = `${product}/items/4.no-personal-data`
    const statement = 'The addresses are those of our own support, which answers within a working day.'
    const posted = await tracker.programme.contoso.member.post(`${item}/evidence`, {
      kind: 'statement',
      statement,
      as: 'submit',
    })
    expect(posted.status).toBe(303)
    expect(await pageOf(item)).toContain('<h1>Handed in: ')
    await checked(flowFromSomewhere())
    const page = await pageOf(item)
    expect(page).toContain('<h1>To mend: ')
    expect(page).toContain('Mend what the check advises and run it again')
    expect(page).toContain('Check them again')
  })

  test('that found nothing and left much open says so, and counts nothing as gone that it did not look at', async () => {
    await checked(example('licences'))
    const bought = {
      skuId: 'eda1941c-3c4f-4995-b5eb-e85a42175ab9',
      capabilityStatus: 'Enabled',
      consumedUnits: 1,
      prepaidUnits: { enabled: 5 },
    }
    const page = await checked([fileOf('licences/subscribedSkus.json', JSON.stringify({ value: [bought] }))])
    expect(page).toContain('<h1>Nothing is wrong in what could be checked of the lists of licences</h1>')
    expect(page).toContain('rules could not be checked')
    expect(page).toContain('Since the last check')
    expect(page).not.toContain('Everybody has a usage location.')
  })
})

/** A flow without anybody's name that still tells where it was exported. */
function flowFromSomewhere(): readonly UploadedFile[] {
  return completeFlow().map((file) =>
    file.path.endsWith('flow-package/manifest.json')
      ? fileOf(
          file.path,
          new TextDecoder()
            .decode(file.bytes)
            .replace('"details": {', '"details": { "sourceEnvironment": "Production", '),
        )
      : file,
  )
}
