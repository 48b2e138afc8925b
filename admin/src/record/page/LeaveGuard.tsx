import { Button, Modal } from 'antd'
import { createContext, type PropsWithChildren, use, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { useIntercept } from './useIntercept.ts'

interface Guard {
  /** Something under the guard begins or ends to hold what is not saved. */
  report: (id: string, unsaved: boolean) => void
  /** What is left behind is saved: the next navigation passes. */
  release: () => void
}

const GuardContext = createContext<Guard>({ report: () => undefined, release: () => undefined })

/** Asks before a page is left while something on it is not saved. */
export function LeaveGuard({ children }: PropsWithChildren) {
  const words = useWords()
  const unsaved = useRef(new Set<string>())
  const [leave, setLeave] = useState<() => void>()
  const guard = useMemo<Guard>(
    () => ({
      report: (id, isUnsaved) => (isUnsaved ? unsaved.current.add(id) : unsaved.current.delete(id)),
      release: () => unsaved.current.clear(),
    }),
    [],
  )
  useIntercept({ blocks: () => unsaved.current.size > 0, ask: (goOn) => setLeave(() => goOn) })

  function discard() {
    guard.release()
    setLeave(undefined)
    leave?.()
  }

  return (
    <GuardContext value={guard}>
      {children}
      <Modal
        open={leave !== undefined}
        title={words('record.leave.title')}
        onCancel={() => setLeave(undefined)}
        width={440}
        destroyOnHidden
        footer={[
          <Button key="go" danger onClick={discard}>
            {words('record.leave.go')}
          </Button>,
          <Button key="stay" type="primary" autoFocus onClick={() => setLeave(undefined)}>
            {words('record.leave.stay')}
          </Button>,
        ]}
      >
        {words('record.leave.text')}
      </Modal>
    </GuardContext>
  )
}

/** Tells the guard around this component that something in it is not saved; `release` lets the next navigation pass. */
export function useUnsaved(unsaved: boolean): () => void {
  const { report, release } = use(GuardContext)
  const id = useId()
  useEffect(() => {
    report(id, unsaved)
    return () => report(id, false)
  }, [report, id, unsaved])
  return release
}
