import { Button } from '../components/button.tsx'
import type { Frame } from '../components/frame.ts'
import { Headline, Page } from '../components/page.tsx'

interface SignInPageProps {
  readonly frame: Frame
  readonly kind: 'demo' | 'entra'
  /** Where the person wanted to go. */
  readonly returnTo: string
}

/** The door: one button, and what happens behind it. */
export function SignInPage({ frame, kind, returnTo }: SignInPageProps) {
  const { signIn } = frame.texts.frame
  return (
    <Page frame={frame} title={signIn.title} width="reading">
      <Headline title={signIn.headline} sub={signIn.sub} />
      <form method="post" action="/sign-in">
        <input type="hidden" name="return" value={returnTo} />
        <Button kind="primary">{kind === 'demo' ? signIn.demo : signIn.entra}</Button>
      </form>
      <p class="quiet">{kind === 'demo' ? signIn.demoNote : signIn.privacy}</p>
    </Page>
  )
}
