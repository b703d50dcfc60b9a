package edu.wenzhou.site.media;

import java.util.Map;

import edu.wenzhou.site.web.Paging;
import org.springframework.data.domain.Page;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Chooses, for a file, the one that is to take its place wherever it is used. */
@Controller
@PreAuthorize(Library.WRITERS)
class SubstituteController {

	private final Library library;

	SubstituteController(Library library) {
		this.library = library;
	}

	/** Files of the same kind that may be used, as the library finds them. */
	@GetMapping("/staff/media/{id:[0-9]{1,18}}/replace")
	String choose(@PathVariable long id, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "1") String page, Model model) {
		MediaItem item = this.library.get(id);
		MediaFilter filter = new MediaFilter(item.isPicture() ? "usable" : "attachment", q, page);
		Page<MediaItem> found = this.library.search(filter);
		model.addAttribute("item", item);
		model.addAttribute("filter", filter);
		model.addAttribute("found", found);
		model.addAttribute("paging", Paging.of("/staff/media/%d/replace".formatted(id), page, found.getTotalElements(),
				Library.PAGE, filter.q().isEmpty() ? Map.of() : Map.of("q", filter.q())));
		return "staff/media/replace";
	}

}
