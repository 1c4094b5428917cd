import { testRuleFamily } from '../../testing/offer-room.ts'
import { offerCategories } from './offer-categories.ts'

testRuleFamily(offerCategories, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    {
      name: 'three categories in 2018',
      given: {
        offer: { categories: [{ name: 'Finance' }, { name: 'Sales' }, { name: 'Marketing' }] },
        edition: '2018-02',
      },
    },
    { name: 'category count', given: { offer: { categories: [{ name: 'Finance' }] } } },
    {
      name: 'category known',
      given: { offer: { categories: [{ name: 'Productivity', subcategories: ['Workflow Automation'] }] } },
    },
    { name: 'industry count', given: { offer: { industries: [] } } },
    { name: 'industry known', given: { offer: { industries: [{ name: 'Government' }] } } },
  ],
  fails: [
    {
      name: 'category count',
      given: { offer: { categories: [] } },
      finds: [{ rule: 'category-count', at: '/categories' }],
    },
    {
      name: 'category known',
      given: { offer: { categories: [{ name: 'Productivity', subcategories: ['Automation'] }] } },
      finds: [{ rule: 'category-known', at: '/categories/0/subcategories/0' }],
    },
    {
      name: 'industry count',
      given: { offer: { industries: [{ name: 'Automotive' }, { name: 'Government' }, { name: 'Healthcare' }] } },
      finds: [{ rule: 'industry-count', at: '/industries' }],
    },
    {
      name: 'industry known',
      given: { offer: { industries: [{ name: 'Space' }] } },
      finds: [{ rule: 'industry-known', at: '/industries/0/name' }],
    },
    {
      name: 'three categories today',
      given: { offer: { categories: [{ name: 'Finance' }, { name: 'Sales' }, { name: 'Marketing' }] } },
      finds: [{ rule: 'category-count', at: '/categories' }],
    },
    {
      name: 'three subcategories',
      given: { offer: { categories: [{ name: 'Sales', subcategories: ['CRM', 'CPQ', 'Telesales'] }] } },
      finds: [{ rule: 'category-count', at: '/categories/0/subcategories' }],
    },
  ],
})
