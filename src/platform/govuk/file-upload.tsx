import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes } from './content.ts';
import { type FieldProps, LabelledGroup } from './form-group.tsx';

export interface FileUploadProps extends FieldProps {
  name: string;
  /** The name, unless set. */
  id?: string | undefined;
  multiple?: boolean | undefined;
  disabled?: boolean | undefined;
  /** With JavaScript, prints a box that a file can be dropped on. */
  dropZone?: boolean | undefined;
  /** The file types offered first, such as ".docx,.pdf". The server must still look at the file itself. */
  accept?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** Chooses a file to send. Its form needs `method="post"` and `enctype="multipart/form-data"`. */
export function FileUpload(props: FileUploadProps): JSX.Element {
  const id = props.id ?? props.name;
  return (
    <LabelledGroup {...props} id={id}>
      {(describedBy) => (
        <>
          {props.formGroup?.before}
          {props.dropZone ? (
            <div class="govuk-file-upload-wrapper" data-module="govuk-file-upload">
              {fileInput(props, id, describedBy)}
            </div>
          ) : (
            fileInput(props, id, describedBy)
          )}
          {props.formGroup?.after}
        </>
      )}
    </LabelledGroup>
  );
}

function fileInput(props: FileUploadProps, id: string, describedBy: string | undefined): JSX.Element {
  return (
    <input
      class={classNames('govuk-file-upload', props.class, props.error ? 'govuk-file-upload--error' : '')}
      id={id}
      name={props.name}
      type="file"
      disabled={props.disabled}
      multiple={props.multiple}
      accept={props.accept}
      aria-describedby={describedBy}
      {...props.attributes}
    />
  );
}
