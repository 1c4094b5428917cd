import type { Operation } from '../operation.ts'

/** The same operation on the admin path, which reaches flows of other people; its id is `flows.admin-…`. */
export function asAdministrator<O extends Operation>(operation: O): O {
  return {
    ...operation,
    id: operation.id.replace('.', '.admin-'),
    title: `${operation.title.replace(/\.$/, '')}, for administrators.`,
    path: operation.path.replace('/environments/', '/scopes/admin/environments/'),
  }
}
