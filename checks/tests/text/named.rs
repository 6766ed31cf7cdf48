//! What must be read back: the article, but for what the report names.

use commentary::{Article, Author, Extra, Path, Report, Section};

/// The article with what the report names as it was read.
pub(crate) fn expected(article: &Article, read: &Article, report: &Report) -> Article {
    let named = Named { report };
    let root = Path::root();
    let mut expected = article.clone();
    named.keys(&mut expected.extra, &root);
    named.authors(&mut expected.authors, &root);
    for (at, reference) in expected.references.iter_mut().enumerate() {
        let path = root.clone().key("references").index(at);
        named.keys(&mut reference.extra, &path);
        named.authors(&mut reference.authors, &path);
    }
    expected.sections.clear();
    for (at, section) in article.sections.iter().enumerate() {
        named.section(section, &Path::section(at), read, &mut expected.sections);
    }
    expected
}

struct Named<'a> {
    report: &'a Report,
}

impl Named<'_> {
    fn has(&self, name: &str, path: &Path) -> bool {
        self.report.iter().any(|finding| finding.name == name && finding.path == *path)
    }

    fn touches(&self, path: &Path) -> bool {
        self.report.iter().any(|finding| path.contains(&finding.path))
    }

    fn keys(&self, extra: &mut Extra, path: &Path) {
        let keys: Vec<String> = extra.iter().map(|(key, _)| key.to_owned()).collect();
        for key in keys {
            if self.has("lost-depth", &path.clone().key(key.clone())) {
                extra.remove(&key);
            }
        }
    }

    fn authors(&self, authors: &mut [Author], path: &Path) {
        for (at, author) in authors.iter_mut().enumerate() {
            self.keys(&mut author.extra, &path.clone().key("authors").index(at));
        }
    }

    /// Adds a section and its replies, each reply after it.
    fn section(&self, section: &Section, path: &Path, read: &Article, out: &mut Vec<Section>) {
        let mut own = section.clone();
        let mut replies = Vec::new();
        if let commentary::Role::Perspective(view) = &mut own.role {
            replies = std::mem::take(&mut view.replies);
        }
        let as_read = read.sections.get(out.len());
        self.keys(&mut own.extra, path);
        let heading = path.clone().key("heading");
        if self.has("lost-heading", &heading) {
            own.heading = None;
        } else if self.touches(&heading) {
            own.heading = as_read.and_then(|section| section.heading.clone());
        }
        own.body.clear();
        for (at, block) in section.body.iter().enumerate() {
            let path = path.clone().key("body").index(at);
            if self.has("lost-block", &path) {
                continue;
            }
            let block_read = as_read.and_then(|section| section.body.get(own.body.len()));
            own.body.extend(if self.touches(&path) { block_read.cloned() } else { Some(block.clone()) });
        }
        out.push(own);
        for (at, reply) in replies.iter().enumerate() {
            let path = path.clone().key("replies").index(at);
            assert!(self.has("lost-reply", &path), "a reply is lost and not named");
            self.section(reply, &path, read, out);
        }
    }
}
