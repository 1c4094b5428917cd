import { raw } from 'hono/html'
import { iconShapes } from './icon-shapes.ts'

/** The icons of the kept set. */
export type IconName = keyof typeof iconShapes

interface IconProps {
  readonly name: IconName
  /** Side in pixels; 16 unless given. */
  readonly size?: 14 | 16 | 20 | 28
  /** Only where no text beside it says the same. */
  readonly label?: string
}

/** An icon in the colour of the text around it. It is decoration to a screen reader unless it has a label. */
export function Icon({ name, size = 16, label }: IconProps) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? 'true' : undefined}
    >
      {raw(iconShapes[name])}
    </svg>
  )
}
