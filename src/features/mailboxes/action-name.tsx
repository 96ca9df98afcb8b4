import { Fragment } from 'react';

/** Where it does not fit it breaks between its words: `UpdateFolderPermissions`. */
export function ActionName({ action }: { readonly action: string }) {
  return action.split(/(?<=[a-z])(?=[A-Z])/).map((word, position) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a name are nothing but their positions
    <Fragment key={position}>
      {position > 0 && <wbr />}
      {word}
    </Fragment>
  ));
}
