"""What programs and other sites read: linked data, the feed, the sitemap, redirects, pictures for links."""
