import { noteLacking } from '../../engine/lacking.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether licences can be assigned to the people of the list. */
export const usageLocation = defineRuleFamily({
  id: 'usage-location',
  group: 'Assignment',
  rules: {
    'licence-usage-location': {
      title: 'Everybody has a usage location.',
      setting: 'error',
      sources: ['graph-assignment'],
      messages: {
        found: {
          what: '{name} has no usage location.',
          why: 'Microsoft refuses to assign a licence to an account without one.',
          fix: 'Set usageLocation to the two letters of the country where this person works.',
        },
        code: {
          what: 'The usage location of {name} is "{place}", which is no code of a country.',
          why: 'Microsoft takes two letters such as NL; anything else is refused when it is set.',
          fix: 'Write the two letters of the country where this person works.',
        },
        unlisted: {
          what: 'The list does not say the usage location of anybody.',
          why: 'Microsoft refuses to assign a licence to an account without one, and nobody can see who lacks it.',
          fix: 'List usageLocation too: GET /v1.0/users?$select=userPrincipalName,usageLocation,assignedLicenses.',
        },
      },
      severityByMessage: { unlisted: 'info', code: 'warning' },
    },
  },
  check(context) {
    const { report, notChecked } = context
    noteLacking(context, ['licence-usage-location'], 'users')
    const people = context.subject.users.filter(({ isEnabled }) => isEnabled)
    for (const { name, usageLocation: place, at } of people) {
      if (place === null) report('licence-usage-location', at, { data: { name } })
      else if (place !== undefined && !/^[a-z]{2}$/i.test(place.trim()))
        report('licence-usage-location', at, { message: 'code', data: { name, place: place.slice(0, 60) } })
    }
    const [first] = people
    if (first === undefined || people.every((user) => user.usageLocation !== undefined)) return
    const isUnlisted = people.every((user) => user.usageLocation === undefined)
    if (isUnlisted) report('licence-usage-location', first.at, { message: 'unlisted' })
    const lacking = `The lists do not say the usage location of ${isUnlisted ? 'anybody' : 'everybody'}.`
    const handIn =
      'Hand in usageLocation too: GET /v1.0/users?$select=userPrincipalName,usageLocation,assignedLicenses.'
    notChecked('licence-usage-location', lacking, handIn)
  },
})
