import type { Texts } from '../../texts/index.ts'
import { RadioGroup } from '../components/inputs.tsx'

interface ProductFieldsProps {
  readonly texts: Texts
  /** What was chosen, by the name of the field. */
  readonly values: Readonly<Partial<Record<'kind' | 'publisher' | 'edition', string>>>
  readonly errors?: Readonly<Record<string, string>>
}

/** The three things that decide beside the goals: for whom, by whom, and under which state of the programme. */
export function ProductFields({ texts, values, errors = {} }: ProductFieldsProps) {
  const { kind, publisher, edition } = texts.checklist
  return (
    <>
      <RadioGroup
        name="kind"
        label={kind.label}
        value={values.kind}
        error={errors.kind}
        texts={texts}
        choices={[
          { value: 'isv', label: kind.isv, hint: kind.isvHint },
          { value: 'enterprise', label: kind.enterprise, hint: kind.enterpriseHint },
        ]}
      />
      <RadioGroup
        name="publisher"
        label={publisher.label}
        value={values.publisher}
        error={errors.publisher}
        texts={texts}
        choices={(['verified-publisher', 'independent-publisher'] as const).map((value) => ({
          value,
          label: publisher[value],
          hint: publisher[`${value}Hint`],
        }))}
      />
      <RadioGroup
        name="edition"
        label={edition.label}
        value={values.edition}
        error={errors.edition}
        texts={texts}
        choices={(['current', '2018-02'] as const).map((value) => ({
          value,
          label: edition[value],
          hint: edition[`${value}Hint`],
        }))}
      />
    </>
  )
}
