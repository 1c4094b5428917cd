import type { Sku } from '../../catalogue/catalogue.ts'
import { noteLacking } from '../../engine/lacking.ts'
import { wholeOf } from '../../engine/places-of.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether what is held is still sold, and for this cloud. */
export const productFit = defineRuleFamily({
  id: 'product-fit',
  group: 'Holding',
  rules: {
    'licence-no-legacy-plan': {
      title: 'Nothing rests on the former Plan 1 and Plan 2.',
      setting: 'warning',
      exceptions: [{ editions: ['2018-02'], setting: 'off', because: 'they were what was sold' }],
      sources: ['licence-types', 'licensing-questions'],
      messages: {
        found: {
          what: 'The tenant holds "{name}", seats in use: {used}.',
          why: 'These plans are neither sold nor renewed since the end of 2020; what they still give no public page says.',
          fix: 'Plan what replaces them: Power Automate Premium for people, Process for flows.',
        },
        ordered: {
          what: '"{name}" is to be ordered.',
          why: 'These plans are neither sold nor renewed since the end of 2020.',
          fix: 'Order what replaces them: Power Automate Premium for people, Process for flows.',
        },
      },
    },
    'licence-cloud-matches': {
      title: 'The products are those of the customer’s cloud.',
      setting: 'warning',
      sources: ['sku-table'],
      confidence: 'low',
      deviation: 'Which cloud a product is for, we read from its name.',
      messages: {
        found: {
          what: '"{name}" is sold for the {productCloud}, and the customer is said to be in the {customerCloud}.',
          why: 'Plans, trials and limits differ between the clouds, so that answers for one are wrong for the other.',
          fix: 'Find out in which cloud the customer’s tenant is, and ask with that one.',
        },
      },
    },
  },
  check(context) {
    const { subject, report, notChecked } = context
    const { subscriptions, catalogue, facts } = subject
    noteLacking(context, ['licence-no-legacy-plan', 'licence-cloud-matches'], 'subscriptions')
    if (facts.cloud === undefined) {
      const handIn = 'Hand in the customer’s cloud as facts: "cloud" is "public" or "us-government".'
      notChecked('licence-cloud-matches', 'Nobody said in which cloud the customer is.', handIn)
    } else if (subscriptions.length > 0 && !subscriptions.some(({ skuId }) => catalogue.skus.has(skuId))) {
      const handIn = 'Hand in the list again once one was bought.'
      notChecked('licence-cloud-matches', 'The tenant holds no product that brings Power Automate.', handIn)
    }
    for (const { skuId, name } of facts.order?.lines ?? []) {
      if (isLegacy(catalogue.skus.get(skuId)))
        report('licence-no-legacy-plan', wholeOf(subject), { message: 'ordered', data: { name } })
    }
    for (const { skuId, used = 0, at } of subscriptions) {
      const sku = catalogue.skus.get(skuId)
      if (sku === undefined) continue
      if (isLegacy(sku)) report('licence-no-legacy-plan', at, { data: { name: sku.displayName, used } })
      if (facts.cloud !== undefined && facts.cloud !== sku.cloud) {
        const data = {
          name: sku.displayName,
          productCloud: cloudNames[sku.cloud],
          customerCloud: cloudNames[facts.cloud],
        }
        report('licence-cloud-matches', at, { data })
      }
    }
  },
})

function isLegacy(sku: Sku | undefined): boolean {
  return sku?.licenceClass === 'legacy-plan-1' || sku?.licenceClass === 'legacy-plan-2'
}

const cloudNames = { public: 'public cloud', 'us-government': 'cloud of the US government' } as const
