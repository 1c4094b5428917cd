import { items } from '@sevenstep/onboarding'
import { type Database, newId, type Principal, refreshProduct, schema } from '@sevenstep/tracker/measured'

/** The one product that reads and writes are measured on. */
export const place = { organizationId: 'org_bench', isvId: 'isv_bench' } as const
export const productId = 'prd_bench'

/** Somebody who may do everything an ISV may. */
export const person: Principal = {
  kind: 'person',
  userId: 'usr_bench',
  name: 'Anna',
  held: [{ role: 'isv-admin', ...place }],
}

/** Makes a product with something recorded of every item: evidence, or a run of all families. */
export async function makeFullProduct(database: Database): Promise<void> {
  const now = new Date()
  const stamps = { createdAt: now, updatedAt: now }
  const { organizationId, isvId } = place
  const zone = { timeZone: 'Europe/Amsterdam' }
  await database.within({ kind: 'tracker' }, (transaction) =>
    transaction
      .insert(schema.organizations)
      .values({ id: organizationId, name: 'Programme', holidays: [], ...zone, ...stamps }),
  )
  await database.within({ kind: 'isv', ...place }, async (transaction) => {
    await transaction
      .insert(schema.isvs)
      .values({ id: isvId, ...place, name: 'Contoso', state: 'active', ...zone, ...stamps })
    await transaction.insert(schema.products).values({
      id: productId,
      ...place,
      name: 'Connect',
      kind: 'isv',
      edition: 'current',
      publisher: 'verified-publisher',
      goals: {
        'expose-data': 'yes',
        'connector-public': 'yes',
        'embed-ui': 'yes',
        'prebuilt-flows': 'yes',
        'auto-deploy': 'yes',
        'customers-lack-licences': 'yes',
        'list-appsource': 'yes',
      },
      targets: { steps: {} },
      ...stamps,
    })
    const families = items.flatMap(({ verification }) => (verification.by === 'automatic' ? verification.families : []))
    await transaction.insert(schema.verificationRuns).values({
      id: 'run_bench',
      ...place,
      productId,
      counts: true,
      state: 'passed',
      rooms: ['certification-rules'],
      edition: 'current',
      profile: 'verified-publisher',
      ruleSet: 'bench',
      inputHash: 'bench',
      files: [],
      families: Object.fromEntries(families.map((id) => [id, { outcome: 'passed', errors: 0, warnings: 0 }])),
      requestedBy: 'usr_bench',
      requestedAt: now,
      finishedAt: now,
    })
    for (const { id: itemId, verification } of items) {
      if (verification.by === 'automatic') continue
      const piece = { id: newId('evd'), ...place, productId, itemId, state: 'submitted', current: 1 } as const
      await transaction.insert(schema.evidence).values({ ...piece, createdBy: 'usr_bench', ...stamps })
    }
    await refreshProduct({ transaction, now, newId }, { productId, items: 'all' })
  })
}

/**
 * SQL that gives a programme so many more ISVs of one product each, with summaries; and with so many item rows each.
 */
export function manyVendors(organizationId: string, count: number, itemsEach: number): string {
  const id = (prefix: string) => `'${prefix}_${organizationId}_' || n`
  const tenant = `${id('isv')}, '${organizationId}'`
  return `
    insert into organizations (id, name, time_zone, holidays, created_at, updated_at)
      values ('${organizationId}', '${organizationId}', 'Europe/Amsterdam', '[]', now(), now());
    insert into isvs (id, isv_id, organization_id, name, state, time_zone, created_at, updated_at)
      select ${id('isv')}, ${tenant}, 'Vendor ' || n, 'active', 'Europe/Amsterdam', now(), now() from generate_series(1, ${count}) n;
    insert into products (id, isv_id, organization_id, name, kind, edition, publisher, targets, created_at, updated_at)
      select ${id('prd')}, ${tenant}, 'Product ' || n, 'isv', 'current', 'verified-publisher', '{"steps":{}}', now(), now()
      from generate_series(1, ${count}) n;
    insert into product_summaries select
      ${id('prd')}, ${tenant}, 'Vendor ' || n, 'Product ' || n, null, 'in-progress', 'pfwrs-?', 'RRRRr-?', n % 200, 200, n % 5, n % 3,
      (array['stuck','overdue','at-risk','on-track','new','paused','ready'])[1 + n % 7], n % 7,
      '{"en":"Two items fail.","nl":"Twee punten falen."}', '{"en":"Mend them","nl":"Herstel ze"}',
      (array['isv','us','microsoft','nobody'])[1 + n % 4], 'step-1', now() - n * interval '1 minute', current_date + n % 90,
      null, 'bench', now(), 'active'
      from generate_series(1, ${count}) n;
    insert into item_states (product_id, item_id, isv_id, organization_id, record, verdict, ball, regressed, updated_at)
      select ${id('prd')}, 'item-' || m, ${tenant},
      '{"evidence":{"id":"evd_0193f6c2","state":"submitted","at":"2026-11-21T09:00:00.000Z"}}', 'in-review', 'us', false, now()
      from generate_series(1, ${count}) n, generate_series(1, ${itemsEach}) m;
    analyze`
}
