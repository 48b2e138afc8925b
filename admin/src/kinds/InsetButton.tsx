import { Button, type ButtonProps } from 'antd'

/** A button at the end of an input: 24 px, without making the input taller. */
export function InsetButton(props: ButtonProps) {
  return <Button type="text" size="small" style={{ marginBlock: -1, marginInlineEnd: -7 }} {...props} />
}
