import { TextField, type TextFieldProps } from '@backstage/ui';
import { useState } from 'react';

/**
 * A text that stands for a list. While it is typed it stays as it is: a comma
 * that was just typed is no part of the list yet.
 */
export function DraftText(
  props: Omit<TextFieldProps, 'value' | 'onChange'> & {
    value: string;
    onChange: (text: string) => void;
  },
) {
  const { value, onChange, ...rest } = props;
  const [typed, setTyped] = useState<string>();
  return (
    <TextField
      {...rest}
      value={typed ?? value}
      onChange={text => {
        setTyped(text);
        onChange(text);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
