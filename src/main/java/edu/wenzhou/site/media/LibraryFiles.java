package edu.wenzhou.site.media;

import edu.wenzhou.site.web.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks files of the library up for other parts of the back office. */
@Service
public class LibraryFiles {

	private final MediaItemRepository items;

	LibraryFiles(MediaItemRepository items) {
		this.items = items;
	}

	/**
	 * The file with that number.
	 * @throws NotFoundException if there is none
	 */
	@Transactional(readOnly = true)
	public LibraryFile get(long id) {
		return this.items.find(id).map(LibraryFile::of).orElseThrow(NotFoundException::new);
	}

}
