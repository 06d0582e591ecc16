import { the } from './dom';

export interface PickedPicture {
	contentType: string;
	base64: string;
}

/** Lets a person choose a picture. */
export function pickPicture(picked: (picture: PickedPicture) => void): void {
	const input = the('file', HTMLInputElement);
	input.value = '';
	input.onchange = () => {
		const file = input.files?.item(0);
		if (!file) return;
		const reader = new FileReader();
		reader.onload = () => {
			const [, base64 = ''] = String(reader.result).split(',', 2);
			picked({ contentType: file.type, base64 });
		};
		reader.readAsDataURL(file);
	};
	input.click();
}
