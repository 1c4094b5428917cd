import type { PossibleOwner } from '../../reads/isvs/read-isv.ts'
import type { Texts } from '../../texts/index.ts'
import { Select, TextInput } from '../components/inputs.tsx'

/** What stands in the fields: what is stored, or what the person typed and was refused. */
export type IsvValues = Readonly<Record<string, string>>

interface IsvFieldsProps {
  readonly values: IsvValues
  readonly errors: Readonly<Record<string, string>>
  /** Those to choose from; without them who looks after it is not asked. */
  readonly owners?: readonly PossibleOwner[]
  readonly texts: Texts
}

/** The fields of an ISV, for adding and for changing one. */
export function IsvFields({ values, errors, owners, texts }: IsvFieldsProps) {
  const { fields } = texts.isvs
  return (
    <>
      <TextInput
        name="name"
        label={fields.name}
        value={values.name}
        error={errors.name}
        maxlength={120}
        texts={texts}
      />
      <TextInput
        name="externalId"
        label={fields.externalId}
        hint={fields.externalIdHint}
        value={values.externalId}
        error={errors.externalId}
        maxlength={64}
        optional
        texts={texts}
      />
      {owners !== undefined && (
        <OwnerSelect owners={owners} value={values.ownerId} error={errors.ownerId} texts={texts} />
      )}
      <TextInput
        name="timeZone"
        label={fields.timeZone}
        hint={fields.timeZoneHint}
        value={values.timeZone}
        error={errors.timeZone}
        texts={texts}
      />
    </>
  )
}

/** Errors as the summary above a form lists them. */
export function errorList(errors: Readonly<Record<string, string>>): { name: string; message: string }[] {
  return Object.entries(errors).map(([name, message]) => ({ name, message }))
}

interface OwnerSelectProps {
  readonly owners: readonly PossibleOwner[]
  readonly value: string | undefined
  readonly error?: string | undefined
  readonly texts: Texts
}

/** Who looks after an ISV. */
export function OwnerSelect({ owners, value, error, texts }: OwnerSelectProps) {
  const { fields, nobody } = texts.isvs
  return (
    <Select
      name="ownerId"
      label={fields.owner}
      value={value}
      error={error}
      optional
      texts={texts}
      choices={[{ value: '', label: nobody }, ...owners.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  )
}
