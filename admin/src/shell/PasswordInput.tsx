import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button, Input, type InputProps, type InputRef } from 'antd'
import { type Ref, useState } from 'react'
import { useWords } from '../providers/i18n.ts'

/** A password that may be looked at, by a real button: antd's own eye is out of the keyboard's reach. */
export function PasswordInput({ ref, ...input }: Omit<InputProps, 'type' | 'suffix'> & { ref?: Ref<InputRef> }) {
  const say = useWords()
  const [shown, setShown] = useState(false)
  const name = say(shown ? 'password.hide' : 'password.show')
  return (
    <Input
      {...input}
      ref={ref}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      suffix={
        <Button
          type="text"
          size="small"
          icon={shown ? <EyeInvisibleOutlined /> : <EyeOutlined />}
          aria-label={name}
          title={name}
          onClick={() => setShown(!shown)}
        />
      }
    />
  )
}
