import { Button } from 'antd'
import { type ComponentProps, Suspense, useState } from 'react'
import { ApiError } from '../providers/api.ts'
import { useWords } from '../providers/i18n.ts'
import { type Asked, useExtensions } from './extensions.ts'

interface WhyLinkProps extends Pick<ComponentProps<typeof Button>, 'icon' | 'aria-label' | 'title' | 'className'> {
  /** Left out, there is nothing to explain, and no link. */
  asked: Asked | undefined
}

/** “Por quê?” beside a refusal: opens its explanation. With an icon it is a small button without text. */
export function WhyLink({ asked, icon, ...button }: WhyLinkProps) {
  const words = useWords()
  const { Why } = useExtensions()
  const [open, setOpen] = useState(false)
  if (!asked || !Why) return null
  return (
    <>
      <Button {...button} type={icon ? 'text' : 'link'} size="small" icon={icon} onClick={() => setOpen(true)}>
        {icon ? undefined : words('record.why')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <Why asked={asked} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

/** What a refusal was about, where the API named it. */
export function askedOf(error: unknown, id?: number): Asked | undefined {
  const problem = error instanceof ApiError && error.statusCode === 403 ? error.problem : undefined
  if (!problem?.action || !problem.subject) return undefined
  const { action, subject, field } = problem
  return { action, subject, ...(id !== undefined && { id }), ...(field && { field }) }
}
