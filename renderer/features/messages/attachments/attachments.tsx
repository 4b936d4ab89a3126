import { assertNever } from '../../../../shared/failure.ts';
import type { AttachmentView } from '../../../../shared/model/messages.ts';
import { Player } from '../../../app/media/player.tsx';
import { usePartyWords } from '../../../app/party.ts';
import { cx } from '../../../ui/class-names.ts';
import type { Bubble } from '../view-model.ts';
import styles from './attachments.module.css';
import { Clip } from './clip.tsx';
import { ContactCard } from './contact-card.tsx';
import { FileLine } from './file-line.tsx';
import { Picture } from './picture.tsx';
import { describe, drawnAs, noteOf } from './view-model.ts';

/** What a text brought along besides its words. */
export function Attachments({ bubble }: { readonly bubble: Bubble }) {
  const party = usePartyWords();
  return (
    <div className={cx(styles.attachments, bubble.text !== '' && styles.afterWords)}>
      {bubble.attachments.map((file) => (
        <Attachment key={file.mediaId} file={file} label={describe(file, bubble, party)} />
      ))}
    </div>
  );
}

function Attachment(props: { readonly file: AttachmentView; readonly label: string }) {
  const { file, label } = props;
  const kind = drawnAs(file);
  switch (kind) {
    case 'picture':
      return <Picture file={file} label={label} />;
    case 'video':
      return <Clip file={file} label={label} />;
    case 'audio': {
      const media = { id: file.mediaId, contentType: file.contentType, durationSeconds: undefined };
      return <Player media={media} label={label} />;
    }
    case 'contact':
      return <ContactCard file={file} label={label} />;
    case 'file':
      return <FileLine file={file} note={noteOf(file)} />;
    default:
      return assertNever(kind);
  }
}
